import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createCaseActivities } from '../activities/case';
import { createEmergencyActivities } from '../activities/emergency';
import { createReportActivities } from '../activities/report';
import { createReviewActivities } from '../activities/review';
import { createRoundActivities } from '../activities/round';
import { workflowBundle } from './bundle';
import { createCommands } from './commands';
import { type Config, EMERGENCY_TASK_QUEUE, TASK_QUEUE } from './config';
import { createSignals } from './starter';

export interface Workers {
  /** Resolves when both have drained, and rejects when one of them dies. */
  ended: Promise<void>;
  /** Lets what runs finish, then ends. */
  stop(): Promise<void>;
}

/** How much each worker does at once on a small server. Emergencies have slots that no storm can take. */
const slots = {
  [TASK_QUEUE]: { activities: 30, workflows: 40, cached: 600 },
  [EMERGENCY_TASK_QUEUE]: { activities: 15, workflows: 15, cached: 100 },
};

/** The two workers of the product in this process; they serve when this returns. */
export async function startWorkers(of: { config: Config; db: DataSource; client: Client }): Promise<Workers> {
  const { config, db, client } = of;
  const connection = await NativeConnection.connect({ address: config.temporalAddress });
  const { code, buildId } = await workflowBundle();
  const signals = createSignals({ client, db });
  const dependencies = { db, temporal: client, signals, slaSpeed: config.slaSpeed };
  const activities = {
    ...createEmergencyActivities({ ...dependencies, config }),
    ...createReportActivities(dependencies),
    ...createCaseActivities(dependencies),
    ...createReviewActivities(dependencies),
    ...createRoundActivities({ ...dependencies, commandCase: createCommands({ client, db }) }),
  };
  const workers = await Promise.all(
    Object.entries(slots).map(([taskQueue, size]) =>
      Worker.create({
        connection,
        namespace: config.temporalNamespace,
        taskQueue,
        buildId,
        workflowBundle: { code },
        activities,
        maxConcurrentActivityTaskExecutions: size.activities,
        maxConcurrentWorkflowTaskExecutions: size.workflows,
        maxCachedWorkflows: size.cached,
        shutdownGraceTime: '5s',
        shutdownForceTime: '15s',
      }),
    ),
  );
  const stop = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const running = workers.map((worker) => worker.run());
  // One cannot work without the other: both end together.
  for (const run of running) run.catch(stop);
  const ended = Promise.all(running).then(() => connection.close());
  return {
    ended,
    stop: () => {
      stop();
      return ended;
    },
  };
}
