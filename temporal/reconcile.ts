import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { Case } from '../db/entities';
import { isOver, terminalStatuses } from '../domain/case/state';
import { absorbedSignal, membersSignal, stateQuery } from '../workflows/case/messages';
import { mendRound, openRounds } from './reconcile-rounds';
import { reproject } from './reproject';
import { createSignals, reportStart } from './starter';
import { findLostForwards, findLostReviews } from './sweeps';

export interface Reconciled {
  /** Running workflows that the database knows too. */
  agreed: number;
  /** Reports and cases that were waiting for a workflow and have one again. */
  startedReports: number;
  startedCases: number;
  /** Cases whose workflow knew less than the database, begun again from what the database holds. */
  restartedCases: number;
  /** Cases of which Temporal knew more than the database, which has it again. */
  reprojectedCases: number;
  /** Closed cases some of whose members had not heard of it, and hear of it now. */
  toldCases: number;
  /** Merges that the other case had not heard of. */
  toldMerges: number;
  /** Dispatched rounds, likewise. */
  startedRounds: number;
  restartedRounds: number;
  reprojectedRounds: number;
  /** Calls for help that had got lost and are begun again. */
  forwards: number;
  /** Cases and rounds that no worker could be asked about; run it again. */
  unanswered: number;
  /** Follow-ups of reviews that nobody waited for. */
  reviews: number;
  /** Workflows of reports, cases, rounds and reviews that the database does not have: ended, they could never work. */
  orphans: number;
}

interface Of {
  db: DataSource;
  client: Client;
  slaSpeed: number;
}

const ANSWER_MS = 10_000;
const AT_ONCE = 8;

/**
 * Compares the database with Temporal after a restore and mends what is missing on either side: starts the
 * workflows that open reports and cases wait for, from the projected snapshot; begins those again that are behind
 * it; writes again what the database has lost; ends those that belong to nothing. Repeating it is harmless.
 * @param dry only counts what it would do
 */
export async function reconcile(of: Of, { dry = false } = {}): Promise<Reconciled> {
  const { db, client } = of;
  const running = await runningWorkflows(client);
  const done: Reconciled = {
    ...{ agreed: 0, startedReports: 0, startedCases: 0, restartedCases: 0, reprojectedCases: 0 },
    ...{ toldCases: 0, toldMerges: 0, startedRounds: 0, restartedRounds: 0, reprojectedRounds: 0 },
    ...{ forwards: 0, reviews: 0, unanswered: 0, orphans: 0 },
  };
  await inParallel(await openCases(db), async (row) => {
    done[await mendCase(of, row, running, dry)] += 1;
  });
  await inParallel(await openReports(db), async ({ id }) => {
    if (running.has(`report-${id}`)) done.agreed += 1;
    else if (dry || (await startReport(of, id))) done.startedReports += 1;
  });
  await inParallel(await untoldCases(db), async ({ id }) => {
    if (running.has(`case-${id}`)) return;
    if (!dry) await tellAgain(of, id);
    done.toldCases += 1;
  });
  for (const merge of await untoldMerges(db)) {
    if (!dry) await tellMerge(of, merge);
    done.toldMerges += 1;
  }
  for (const row of await openRounds(db, running)) done[await mendRound(of, row, running, dry)] += 1;
  if (!dry) done.forwards = await findLostForwards(of);
  if (!dry) done.reviews = await findLostReviews(of);
  await inParallel(await orphansOf(db, running), async (workflowId) => {
    if (!dry) await client.workflow.getHandle(workflowId).terminate('not in the database');
    done.orphans += 1;
  });
  return done;
}

/** @returns what it counts as */
async function mendCase(
  of: Of,
  { id, version }: { id: string; version: number },
  running: Set<string>,
  dry: boolean,
): Promise<keyof Reconciled> {
  const isRunning = running.has(`case-${id}`);
  const known = isRunning ? await versionOf(of.client, id) : version;
  if (known === null) return 'unanswered';
  if (known < version) {
    if (!dry) await beginAgain(of, id);
    return 'restartedCases';
  }
  if (isRunning && known === version) return 'agreed';
  if (dry) return isRunning ? 'reprojectedCases' : 'startedCases';
  const written = await reproject(of, id, version);
  if (written === null) return 'unanswered';
  if (!isRunning && !(await isClosed(of.db, id))) await startCase(of, id);
  if (written > 0) return 'reprojectedCases';
  return isRunning ? 'agreed' : 'startedCases';
}

async function runningWorkflows(client: Client): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query: "ExecutionStatus = 'Running'" }))
    ids.add(workflowId);
  return ids;
}

const openCases = (db: DataSource): Promise<{ id: string; version: number }[]> =>
  db.query('SELECT id, version FROM cases WHERE status <> ALL($1) ORDER BY opened_at', [terminalStatuses]);

/** Those never started are the sweeper's, which takes the same care. */
const openReports = (db: DataSource): Promise<{ id: string }[]> =>
  db.query('SELECT id FROM report WHERE started_at IS NOT NULL AND settled_at IS NULL ORDER BY received_at');

const isClosed = async (db: DataSource, id: string): Promise<boolean> =>
  isOver(await db.getRepository(Case).findOneByOrFail({ id }));

const untold = `FROM membership m JOIN report r ON r.id = m.report_id AND r.settled_at IS NULL`;

/** Closed cases whose members still wait. */
const untoldCases = (db: DataSource): Promise<{ id: string }[]> =>
  db.query(
    `SELECT DISTINCT c.id ${untold} JOIN cases c ON c.id = m.case_id
     WHERE c.status = ANY($1) AND c.merged_into IS NULL`,
    [terminalStatuses],
  );

async function tellAgain(of: Of, caseId: string): Promise<void> {
  const waiting = `SELECT m.report_id ${untold} WHERE m.case_id = $1`;
  await of.db.query(`UPDATE membership SET told = NULL WHERE report_id IN (${waiting})`, [caseId]);
  await startCase(of, caseId);
}

interface Merge {
  caseId: string;
  intoCaseId: string;
  mergeId: string;
  repairDueAt: Date | null;
}

/** Merges whose word has got lost together with Temporal: the open case that has the members knows nothing of it. */
const untoldMerges = (db: DataSource): Promise<Merge[]> =>
  db.query(
    `SELECT c.id AS "caseId", c.merged_into AS "intoCaseId", m.data->>'commandId' AS "mergeId", k.due_at AS "repairDueAt"
     FROM cases c JOIN cases o ON o.id = c.merged_into AND o.status <> ALL($1)
     JOIN LATERAL (SELECT l.data FROM log_entry l WHERE l.chain = 'case:' || c.id AND l.name = 'merged'
       ORDER BY l.seq DESC LIMIT 1) m ON true
     LEFT JOIN case_clock k ON k.case_id = c.id AND k.kind = 'repair' AND k.cycle = c.cycle AND k.status <> 'met'
     WHERE NOT EXISTS (SELECT FROM log_entry l
       WHERE l.chain = 'case:' || o.id AND l.name = 'absorbed' AND l.data->>'mergeId' = m.data->>'commandId')`,
    [terminalStatuses],
  );

async function tellMerge(of: Of, { caseId, intoCaseId, mergeId, repairDueAt }: Merge): Promise<void> {
  const word = { caseId, mergeId, repairDueAt: repairDueAt?.getTime() ?? null };
  await createSignals(of).toCase(intoCaseId, absorbedSignal, [word]);
  await startCase(of, intoCaseId);
}

/** With a word about its members: a case that never was projected has not read them yet. */
const startCase = (of: Of, caseId: string): Promise<void> =>
  createSignals(of).toCase(caseId, membersSignal, []);

/** @returns false when it runs after all: the list of what runs lags a little */
async function startReport({ db, client }: Of, reportId: string): Promise<boolean> {
  try {
    await client.workflow.start('reportWorkflow', await reportStart(db, reportId));
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** The version that a case's workflow has reached; null when nobody answers for it. */
async function versionOf(client: Client, caseId: string): Promise<number | null> {
  try {
    const ask = () => client.workflow.getHandle(`case-${caseId}`).query(stateQuery);
    return (await client.withDeadline(Date.now() + ANSWER_MS, ask)).version;
  } catch {
    return null;
  }
}

async function beginAgain(of: Of, caseId: string): Promise<void> {
  const handle = of.client.workflow.getHandle(`case-${caseId}`);
  await handle.terminate('behind the database').catch((error) => {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  });
  await startCase(of, caseId);
}

async function orphansOf(db: DataSource, running: Set<string>): Promise<string[]> {
  const ids = [...running].filter((id) => /^(case|report|emergency|round|review)-/.test(id));
  const rows: { id: string }[] = await db.query(
    `SELECT w.id FROM unnest($1::text[]) AS w (id)
     WHERE NOT EXISTS (SELECT FROM cases c
         WHERE c.id::text = substring(w.id FROM '^(?:case|emergency)-(.{36})'))
       AND NOT EXISTS (SELECT FROM report r WHERE w.id = 'report-' || r.id)
       AND NOT EXISTS (SELECT FROM round o WHERE w.id = 'round-' || o.id)
       AND NOT EXISTS (SELECT FROM review v WHERE w.id = 'review-' || v.id)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

async function inParallel<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
