import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { once, runFolder } from '../testing/shared';
import { ensureTemporal } from './cli';
import { startDevServer } from './dev-server';
import { ensureNamespace } from './namespace';
import { freePort } from './ports';
import { ensureTestServer } from './test-server';

export { workflowBundle } from '../testing/bundle';

/**
 * A Temporal server of the test's own whose clock jumps over waiting: a timer of days passes in
 * seconds. It knows no Schedules and no CountWorkflow. Call `teardown()` in afterAll.
 */
export async function timeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  quiet();
  const executable = await ensureTestServer(() => {});
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: executable } },
  });
}

/**
 * A namespace of the test's own on the real server that all tests of a run share, with the clock
 * of the wall. Call `teardown()` in afterAll.
 */
export async function devServerEnvironment(): Promise<TestWorkflowEnvironment> {
  quiet();
  const { address } = await once('temporal', sharedServer);
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  await ensureNamespace(address, namespace);
  return TestWorkflowEnvironment.createFromExistingServer({ address, namespace });
}

async function sharedServer(): Promise<{ address: string; pid: number }> {
  const { address, pid } = await startDevServer({
    executable: await ensureTemporal(() => {}),
    port: await freePort(),
    logFile: path.join(runFolder(), 'temporal.log'),
    namespace: 'shared',
  });
  return { address, pid };
}

let installed = false;

/** Workers tell their errors only; the end of a test file is not a signal to stop. */
function quiet(): void {
  if (installed) return;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
    shutdownSignals: [],
  });
  installed = true;
}
