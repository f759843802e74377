import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { closedLoop, type Loop, type Timing, timingOf } from '../measure';

/** From the commit of a report to the mark that its workflow was started, for all reports since `from`. */
export async function startLatency(db: DataSource, from: Date): Promise<Timing & { notStarted: number }> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const [{ open }] = await db.query(
      'SELECT count(*)::int AS open FROM report WHERE received_at >= $1 AND started_at IS NULL',
      [from],
    );
    if (open > 0 && Date.now() < deadline) {
      await sleep(500);
      continue;
    }
    const rows: { ms: number }[] = await db.query(
      `SELECT extract(epoch FROM started_at - received_at)::float * 1000 AS ms
       FROM report WHERE received_at >= $1 AND started_at IS NOT NULL`,
      [from],
    );
    return { ...timingOf(rows.map(({ ms }) => ms)), notStarted: open };
  }
}

/** How many of the same workflows Temporal starts by itself, when nobody carries them out. */
export const bareStarts = (temporal: Client, how: { concurrency: number; seconds: number }): Promise<Loop> =>
  closedLoop(how, async () => {
    await temporal.workflow.start('reportWorkflow', {
      workflowId: `bench-${randomUUID()}`,
      taskQueue: 'bench-nobody',
      args: [{ reportId: randomUUID() }],
    });
  });

/** How many transactions of one small row PostgreSQL commits by itself. */
export async function commitRows(
  db: DataSource,
  how: { concurrency: number; seconds: number },
): Promise<Loop> {
  await db.query('CREATE TABLE bench_row (id bigserial PRIMARY KEY, body text)');
  const loop = await closedLoop(how, async () => {
    await db.query("INSERT INTO bench_row (body) VALUES (repeat('x', 500))");
  });
  await db.query('DROP TABLE bench_row');
  return loop;
}
