import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createCaseActivities } from '../activities/case';
import { createReportActivities } from '../activities/report';
import { createReviewActivities } from '../activities/review';
import { createRoundActivities } from '../activities/round';
import { workflowBundle } from '../testing/bundle';
import { createCommands } from './commands';
import { TASK_QUEUE } from './config';
import { createSignals } from './starter';

/** Works on the ordinary queue with the product's own activities; the answer ends it. */
export async function startWork(
  { client, nativeConnection, namespace }: TestWorkflowEnvironment,
  db: DataSource,
): Promise<() => Promise<void>> {
  const dependencies = { db, temporal: client, signals: createSignals({ client, db }), slaSpeed: 1 };
  const worker = await Worker.create({
    connection: nativeConnection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: {
      ...createCaseActivities(dependencies),
      ...createReportActivities(dependencies),
      ...createReviewActivities(dependencies),
      ...createRoundActivities({ ...dependencies, commandCase: createCommands({ client, db }) }),
    },
  });
  const working = worker.run();
  return async () => {
    worker.shutdown();
    await working;
  };
}
