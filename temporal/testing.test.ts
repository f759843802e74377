import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { devServerEnvironment, timeSkippingEnvironment, workflowBundle } from './testing';

const napping = { workflowsPath: require.resolve('./testing-workflow'), taskQueue: 'napping' };

async function nap(environment: TestWorkflowEnvironment, duration: string): Promise<string> {
  const worker = await Worker.create({
    ...napping,
    connection: environment.nativeConnection,
    namespace: environment.namespace,
  });
  return worker.runUntil(
    environment.client.workflow.execute('nap', { taskQueue: 'napping', workflowId: 'nap', args: [duration] }),
  );
}

test('three days pass in seconds', async () => {
  const environment = await timeSkippingEnvironment();
  const before = Date.now();
  expect(await nap(environment, '3 days')).toBe('awake');
  expect(Date.now() - before).toBeLessThan(20_000);
  await environment.teardown();
});

test('two files use the same real server without meeting', async () => {
  const one = await devServerEnvironment();
  const two = await devServerEnvironment();
  expect(one.address).toBe(two.address);
  expect(await nap(one, '1 second')).toBe('awake');
  await expect(two.client.workflow.getHandle('nap').describe()).rejects.toThrow(/not found/i);
  await one.teardown();
  await two.teardown();
});

test('the workflows are bundled once', async () => {
  const bundles = await Promise.all([workflowBundle(), workflowBundle()]);
  expect(bundles[0]).toEqual(bundles[1]);
});
