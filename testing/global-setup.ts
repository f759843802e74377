import { ensureBinaries } from '../db/cluster/install';
import { ensureTemporal } from '../temporal/cli';
import { ensureTestServer } from '../temporal/test-server';
import { ensureChromium } from './chromium';
import { openRun, sweepRuns } from './run';
import { RUN_VARIABLE } from './shared';

export default async function globalSetup(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  // Here, where waiting minutes for a download fails no test; usually all of it is there.
  if (!process.env.DATABASE_URL) await ensureBinaries({ say, confirm: async () => true });
  await ensureTemporal(say);
  await ensureTestServer(say);
  await ensureChromium(say);
  await sweepRuns();
  process.env[RUN_VARIABLE] = openRun();
}
