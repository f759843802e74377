import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { terminalStatuses } from '../domain/case/state';
import { membersSignal, stateQuery } from '../workflows/case/messages';
import { createSignals, reportStart } from './starter';

export interface Reconciled {
  /** Running workflows that the database knows too. */
  agreed: number;
  /** Reports and cases that were waiting for a workflow and have one again. */
  startedReports: number;
  startedCases: number;
  /** Cases whose workflow knew less than the database, begun again from what the database holds. */
  restartedCases: number;
  /** Cases that no worker could be asked about; run it again. */
  unanswered: number;
  /** Workflows of reports and cases that the database does not have: ended, they could never work. */
  orphans: number;
}

interface Of {
  db: DataSource;
  client: Client;
}

const ANSWER_MS = 10_000;
const AT_ONCE = 8;

/**
 * Compares the database with Temporal after a restore and mends what is missing: starts the workflows that
 * open reports and cases wait for, from the projected snapshot; begins those again that are behind it; ends those
 * that belong to nothing. Repeating it is harmless.
 * @param dry only counts what it would do
 */
export async function reconcile({ db, client }: Of, { dry = false } = {}): Promise<Reconciled> {
  const running = await runningWorkflows(client);
  const done: Reconciled = {
    ...{ agreed: 0, startedReports: 0, startedCases: 0, restartedCases: 0, unanswered: 0, orphans: 0 },
  };
  await inParallel(await openCases(db), async ({ id, version }) => {
    if (!running.has(`case-${id}`)) {
      if (!dry) await startCase({ db, client }, id);
      done.startedCases += 1;
      return;
    }
    const known = await versionOf(client, id);
    if (known === null) done.unanswered += 1;
    else if (known >= version) done.agreed += 1;
    else {
      if (!dry) await beginAgain({ db, client }, id);
      done.restartedCases += 1;
    }
  });
  await inParallel(await openReports(db), async ({ id }) => {
    if (running.has(`report-${id}`)) done.agreed += 1;
    else if (dry || (await startReport({ db, client }, id))) done.startedReports += 1;
  });
  await inParallel(await orphansOf(db, running), async (workflowId) => {
    if (!dry) await client.workflow.getHandle(workflowId).terminate('not in the database');
    done.orphans += 1;
  });
  return done;
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

/** With a word about its members: a case that never was projected has not read them yet. */
const startCase = (of: Of, caseId: string): Promise<void> =>
  createSignals(of).toCase(caseId, membersSignal, [{ emergency: 'none' }]);

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

async function beginAgain({ db, client }: Of, caseId: string): Promise<void> {
  const handle = client.workflow.getHandle(`case-${caseId}`);
  await handle.terminate('behind the database').catch((error) => {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  });
  await startCase({ db, client }, caseId);
}

async function orphansOf(db: DataSource, running: Set<string>): Promise<string[]> {
  const ids = [...running].filter((id) => /^(case|report|emergency)-/.test(id));
  const rows: { id: string }[] = await db.query(
    `SELECT w.id FROM unnest($1::text[]) AS w (id)
     WHERE NOT EXISTS (SELECT FROM cases c
         WHERE c.id::text = substring(w.id FROM '^(?:case|emergency)-(.{36})'))
       AND NOT EXISTS (SELECT FROM report r WHERE w.id = 'report-' || r.id)`,
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
