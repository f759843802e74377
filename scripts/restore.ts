import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadLauncherConfig } from '../temporal/config';
import { restore } from './backup/archive';

/** npm run restore -- FILE [--force]; the dispatcher makes sure that the product does not run. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  });
  const [source] = positionals;
  if (!source) throw new Error('Say which backup to restore: npm run restore -- FILE.tar.gz');
  const { dataDir, databaseUrl } = loadLauncherConfig();
  const { madeAt, temporal } = await restore({
    dataDir,
    databaseUrl,
    file: path.resolve(source),
    force: values.force,
  });
  console.log(`Restored the state of ${madeAt} into ${dataDir}.`);
  const next = temporal ? '' : ', then "npm run reconcile" to start the workflows again';
  console.log(`Go on with "npm start"${next}.`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
