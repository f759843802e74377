import { closeRun } from './run';
import { runFolder } from './shared';

export default async function globalTeardown(): Promise<void> {
  await closeRun(runFolder());
}
