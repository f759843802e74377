import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { archiveRun } from '../activities/archive';
import { each } from './each';

const BATCH = 50;
/** Temporal forgets ended runs after this; a worker that comes back looks as far. */
const REMEMBERED_MS = 30 * 24 * 3600 * 1000;
/** How far back who has looked before looks again. */
const LOOK_BACK_MS = 24 * 3600 * 1000;
/** One process at a time; any number that nothing else uses. */
const LOCK = 7_203_114;

interface Run {
  workflowId: string;
  runId: string;
}

/**
 * A sweep that completes the archive: runs that were archived while they still ran, and ended runs that never
 * came to archive themselves. It looks back as far as Temporal does until nothing is missing there.
 * @returns how many became complete
 */
export function createArchiveSweep({
  client,
  db,
}: {
  client: Client;
  db: DataSource;
}): () => Promise<number> {
  let lookBack = REMEMBERED_MS;
  /** Runs that could not be read: all others come before they are tried again. */
  const unreadable = new Set<string>();
  const archive = async (run: Run): Promise<boolean> => {
    try {
      return await archiveRun({ db, temporal: client }, run);
    } catch (error) {
      await putOff(db, run);
      // What Temporal has forgotten keeps what there is of it.
      if (error instanceof WorkflowNotFoundError) return false;
      unreadable.add(run.runId);
      throw error;
    }
  };
  return () =>
    db.transaction(async (tx) => {
      const [{ mine }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
      if (!mine) return 0;
      const lost = await missing(client, db, new Date(Date.now() - lookBack), unreadable);
      const skipped = unreadable.size > 0;
      const completed = await each([...(await incomplete(db)), ...lost], archive);
      if (lost.length < BATCH) {
        if (!skipped) lookBack = LOOK_BACK_MS;
        unreadable.clear();
      }
      return completed;
    });
}

/** To the end of the queue. */
const putOff = (db: DataSource, { workflowId, runId }: Run) =>
  db.query('UPDATE history_archive SET archived_at = now() WHERE workflow_id = $1 AND run_id = $2', [
    workflowId,
    runId,
  ]);

const incomplete = (db: DataSource): Promise<Run[]> =>
  db.query(
    `SELECT workflow_id AS "workflowId", run_id AS "runId" FROM history_archive
     WHERE NOT complete AND archived_at < now() - interval '10 seconds' ORDER BY archived_at LIMIT ${BATCH}`,
  );

async function missing(
  client: Client,
  db: DataSource,
  since: Date,
  unreadable: ReadonlySet<string>,
): Promise<Run[]> {
  const found: Run[] = [];
  let page: Run[] = [];
  const keepUnknown = async () => {
    const known: { run_id: string }[] = await db.query(
      'SELECT run_id FROM history_archive WHERE run_id = ANY($1)',
      [page.map(({ runId }) => runId)],
    );
    const ids = new Set(known.map(({ run_id }) => run_id));
    found.push(...page.filter(({ runId }) => !ids.has(runId) && !unreadable.has(runId)));
    page = [];
  };
  for await (const { workflowId, runId } of client.workflow.list({
    query: `CloseTime > '${since.toISOString()}'`,
  })) {
    page.push({ workflowId, runId });
    if (page.length === 500) await keepUnknown();
    if (found.length >= BATCH) return found.slice(0, BATCH);
  }
  await keepUnknown();
  return found.slice(0, BATCH);
}
