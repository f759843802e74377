import { parseArgs } from 'node:util';
import { createDataSource } from '../db/source';
import { connectTemporal } from '../temporal/client';
import { loadConfig } from '../temporal/config';
import { reconcile } from '../temporal/reconcile';

/** npm run reconcile [-- --dry-run]: after a restore, gives every open report, case, round and review its workflow back. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
  const config = loadConfig();
  const db = await createDataSource(config.databaseUrl, 10).initialize();
  const client = connectTemporal(config);
  try {
    const done = await reconcile({ db, client, slaSpeed: config.slaSpeed }, { dry: values['dry-run'] });
    const verb = values['dry-run'] ? 'would be' : 'were';
    console.log(`${done.agreed} workflows are as the database says.`);
    console.log(`${done.startedReports} reports and ${done.startedCases} cases ${verb} started again.`);
    console.log(`${done.restartedCases} cases ${verb} begun again, because their workflow knew less.`);
    console.log(`${done.reprojectedCases} cases ${verb} written again, because the database knew less.`);
    console.log(`${done.toldCases} closed cases ${verb} made known to members who had not heard of it.`);
    console.log(`${done.toldMerges} merges ${verb} made known to the other case, which had not heard of it.`);
    const rounds = done.startedRounds + done.restartedRounds + done.reprojectedRounds;
    console.log(`${rounds} rounds of crews ${verb} started, begun or written again.`);
    console.log(`${done.forwards} lost calls for help ${verb} begun again.`);
    console.log(`${done.reviews} follow-ups of reviews ${verb} waited for again.`);
    console.log(`${done.orphans} workflows ${verb} ended, because they belong to nothing here.`);
    if (done.unanswered > 0)
      console.log(`${done.unanswered} cases or rounds did not answer: run it again while the worker runs.`);
    console.log(JSON.stringify(done));
    process.exitCode = done.unanswered > 0 ? 1 : 0;
  } finally {
    await client.connection.close();
    await db.destroy();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
