import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadLauncherConfig } from '../temporal/config';
import { backup } from './backup/archive';

/** npm run backup -- FILE [--running]; the dispatcher says whether the product runs. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { running: { type: 'boolean', default: false } },
  });
  const [target] = positionals;
  if (!target) throw new Error('Say where the backup goes: npm run backup -- FILE.tar.gz');
  const { dataDir, databaseUrl } = loadLauncherConfig();
  const file = path.resolve(target);
  const { temporal } = await backup({ dataDir, databaseUrl, file, running: values.running });
  console.log(`Saved in ${file} (${Math.ceil(statSync(file).size / 1024)} KiB).`);
  if (!temporal) {
    console.log(
      'Temporal’s own state is not inside, because it is running or elsewhere: after a restore, run "npm run reconcile".',
    );
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
