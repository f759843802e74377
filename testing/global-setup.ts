import { openRun, sweepRuns } from './run';
import { RUN_VARIABLE } from './shared';

export default async function globalSetup(): Promise<void> {
  await sweepRuns();
  process.env[RUN_VARIABLE] = openRun();
}
