import { hostname } from 'node:os';
import { Client } from 'pg';
import { connectTemporal } from '../temporal/client';
import { type Config, EMERGENCY_TASK_QUEUE, loadConfig, TASK_QUEUE } from '../temporal/config';

const GRPC_TIMEOUT_MS = 5000;
/** A worker asks anew every minute at the latest. */
const SILENT_MS = 90_000;

/** Whether a program of this machine does its work; what a container engine asks from time to time. */
export const checks: Record<string, (config: Config) => Promise<boolean>> = {
  /** It answers, and could accept a report. */
  api: async ({ port }) => (await fetch(`http://127.0.0.1:${port}/ready`)).ok,

  /** Temporal has heard of it on both task queues. */
  async worker(config) {
    const { connection } = connectTemporal(config);
    try {
      const heard = await Promise.all(
        [TASK_QUEUE, EMERGENCY_TASK_QUEUE].map(async (name) => {
          const { pollers } = await connection.withDeadline(Date.now() + GRPC_TIMEOUT_MS, () =>
            connection.workflowService.describeTaskQueue({
              namespace: config.temporalNamespace,
              taskQueue: { name },
              taskQueueType: WORKFLOW_TASKS,
            }),
          );
          return (pollers ?? []).some(
            ({ identity, lastAccessTime }) =>
              identity?.endsWith(`@${hostname()}`) &&
              Number(lastAccessTime?.seconds ?? 0) * 1000 > Date.now() - SILENT_MS,
          );
        }),
      );
      return heard.every(Boolean);
    } finally {
      await connection.close();
    }
  },

  /** No message has waited long for its job, which takes a second. */
  async deliveries({ databaseUrl }) {
    const client = new Client({ connectionString: databaseUrl });
    try {
      await client.connect();
      const { rows } = await client.query(
        `SELECT 1 FROM message WHERE status = 'waiting' AND created_at < now() - interval '2 minutes' LIMIT 1`,
      );
      return rows.length === 0;
    } finally {
      await client.end().catch(() => {});
    }
  },
};

const WORKFLOW_TASKS = 1;

async function main([name = '']: string[]): Promise<void> {
  const check = checks[name];
  if (!check) throw new Error(`Say which program: ${Object.keys(checks).join(', ')}.`);
  if (!(await check(loadConfig()))) throw new Error(`The ${name} does not do its work.`);
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
