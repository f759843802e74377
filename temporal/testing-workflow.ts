import { sleep } from '@temporalio/workflow';

/** For the tests of the test environments: waits, then says so. */
export async function nap(duration: '3 days' | '1 second'): Promise<string> {
  await sleep(duration);
  return 'awake';
}
