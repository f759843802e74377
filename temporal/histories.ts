import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { archiveRun } from '../activities/archive';

const BATCH = 50;
/** How far back ended runs are looked for: longer than any outage of the worker that goes unnoticed. */
const LOOK_BACK_MS = 24 * 3600 * 1000;
/** One process at a time; any number that nothing else uses. */
const LOCK = 7_203_114;

interface Run {
  workflowId: string;
  runId: string;
}

/**
 * Completes the archive: runs that were archived while they still ran, and ended runs that never came to
 * archive themselves. @returns how many became complete
 */
export async function archiveEndedRuns({ client, db }: { client: Client; db: DataSource }): Promise<number> {
  return db.transaction(async (tx) => {
    const [{ mine }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
    if (!mine) return 0;
    let completed = 0;
    for (const run of [...(await incomplete(db)), ...(await missing(client, db))]) {
      if (await tryArchive(client, db, run)) completed += 1;
    }
    return completed;
  });
}

const incomplete = (db: DataSource): Promise<Run[]> =>
  db.query(
    `SELECT workflow_id AS "workflowId", run_id AS "runId" FROM history_archive
     WHERE NOT complete AND archived_at < now() - interval '10 seconds' ORDER BY archived_at LIMIT ${BATCH}`,
  );

async function missing(client: Client, db: DataSource): Promise<Run[]> {
  const since = new Date(Date.now() - LOOK_BACK_MS).toISOString();
  const found: Run[] = [];
  let page: Run[] = [];
  const keepUnknown = async () => {
    const known: { run_id: string }[] = await db.query(
      'SELECT run_id FROM history_archive WHERE run_id = ANY($1)',
      [page.map(({ runId }) => runId)],
    );
    const ids = new Set(known.map(({ run_id }) => run_id));
    found.push(...page.filter(({ runId }) => !ids.has(runId)));
    page = [];
  };
  for await (const { workflowId, runId } of client.workflow.list({ query: `CloseTime > '${since}'` })) {
    page.push({ workflowId, runId });
    if (page.length === 500) await keepUnknown();
    if (found.length >= BATCH) return found.slice(0, BATCH);
  }
  await keepUnknown();
  return found.slice(0, BATCH);
}

/** A run that Temporal has forgotten goes to the end of the queue and keeps what there is of it. */
async function tryArchive(client: Client, db: DataSource, run: Run): Promise<boolean> {
  try {
    return await archiveRun({ db, temporal: client }, run);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    await db.query('UPDATE history_archive SET archived_at = now() WHERE workflow_id = $1 AND run_id = $2', [
      run.workflowId,
      run.runId,
    ]);
    return false;
  }
}
