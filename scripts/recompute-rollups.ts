import { SingleBar } from 'cli-progress';
import { type Progress, recomputeRollups } from '../db/rollups/recompute';
import { createDataSource } from '../db/source';
import { loadConfig } from '../temporal/config';

const parts: Record<Progress['what'], string> = {
  day: 'days',
  cell: 'maps',
  review: 'reviews',
  finding: 'findings',
};

/** npm run recompute-rollups: everything that dashboards show, computed from the cases alone, while the product runs. */
async function main(): Promise<void> {
  const db = await createDataSource(loadConfig().databaseUrl, 2).initialize();
  const bar = new SingleBar({
    format: '{bar} {part}: {value} of {total}',
    hideCursor: true,
    noTTYOutput: true,
  });
  let part: Progress['what'] | null = null;
  const began = Date.now();
  try {
    await recomputeRollups(db, {
      onProgress({ what, done, of }) {
        if (part === null) bar.start(of, done, { part: parts[what] });
        part = what;
        bar.setTotal(of);
        bar.update(done, { part: parts[what] });
      },
    });
  } finally {
    bar.stop();
    await db.destroy();
  }
  console.log(`All rollups were computed anew in ${Math.round((Date.now() - began) / 1000)} seconds.`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
