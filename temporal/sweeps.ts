import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource, EntityManager } from 'typeorm';
import { settingChanges } from '../activities/policies';
import { weighAll } from '../activities/priority';
import { type CaseState, terminalStatuses } from '../domain/case/state';
import type { Emergency } from '../domain/vocabulary';
import { forwardLostSignal, policyChangedSignal } from '../workflows/case/messages';
import { emergencyWorkflowId } from '../workflows/emergency/messages';
import { reviewWorkflowId } from '../workflows/review/messages';
import { roundWorkflowId } from '../workflows/round/messages';
import { tellAnswer } from './answers';
import { each } from './each';
import {
  signalWithStartCase,
  startReportWorkflow,
  startReviewWorkflow,
  startRoundWorkflow,
  tellCitizenAct,
  tellReview,
} from './starter';

interface Place {
  client: Client;
  db: DataSource;
}

const BATCH = 100;
/** Whoever committed a row carries it on itself; only what that missed is swept. */
const MISSED = "interval '5 seconds'";
const ANSWER_MS = 3000;

/** Starts the committed reports that have no workflow, emergencies first. @returns how many */
export const startReports = ({ client, db }: Place): Promise<number> =>
  oneByOne(
    db,
    `SELECT id FROM report WHERE started_at IS NULL AND received_at < now() - ${MISSED}
     ORDER BY emergency = 'none', received_at LIMIT ${BATCH}`,
    'SELECT id, emergency FROM report WHERE id = $1 AND started_at IS NULL FOR UPDATE SKIP LOCKED',
    ({ id, emergency }: { id: string; emergency: Emergency }, tx) =>
      inTime(client, () => startReportWorkflow({ client, db: tx }, { reportId: id, emergency })),
  );

/** Tells the reports' workflows of the citizens' acts that they were not told of. @returns how many */
export const tellActs = ({ client, db }: Place): Promise<number> =>
  oneByOne(
    db,
    `SELECT id FROM citizen_act WHERE told_at IS NULL AND created_at < now() - ${MISSED}
     ORDER BY created_at LIMIT ${BATCH}`,
    'SELECT id FROM citizen_act WHERE id = $1 AND told_at IS NULL FOR UPDATE SKIP LOCKED',
    ({ id }: { id: string }, tx) => inTime(client, () => tellCitizenAct({ client, db: tx }, id)),
  );

/** Tells the cases of answers that they were not told of. @returns how many */
export const tellAnswers = ({ client, db }: Place): Promise<number> =>
  oneByOne(
    db,
    `SELECT q.id FROM question q JOIN thread_message m ON m.id = q.answer_id
     WHERE q.told_at IS NULL AND m.created_at < now() - ${MISSED} ORDER BY m.created_at LIMIT ${BATCH}`,
    'SELECT id FROM question WHERE id = $1 AND told_at IS NULL FOR UPDATE SKIP LOCKED',
    ({ id }: { id: string }, tx) => inTime(client, () => tellAnswer({ client, db: tx }, id)),
  );

/** Tells the cases whose settings changed to plan their clocks anew. @returns how many */
export const replanCases = ({ client, db }: Place): Promise<number> =>
  oneByOne(
    db,
    `SELECT id FROM cases WHERE replan_at IS NOT NULL ORDER BY due_at LIMIT ${BATCH}`,
    // Without the row's lock: the case itself writes it.
    'SELECT id, replan_at::text AS marked FROM cases WHERE id = $1 AND replan_at IS NOT NULL',
    async ({ id, marked }: { id: string; marked: string }, tx) => {
      await inTime(client, () => signalWithStartCase({ client, db: tx }, id, policyChangedSignal, []));
      await tx.query('UPDATE cases SET replan_at = NULL WHERE id = $1 AND replan_at = $2::timestamptz', [
        id,
        marked,
      ]);
    },
  );

/** A forward that somebody ended from outside, or that a restore lost, is begun again by its case. @returns how many */
export async function findLostForwards({ client, db }: Place): Promise<number> {
  const cases: { id: string; snapshot: CaseState }[] = await db.query(
    `SELECT id, snapshot FROM cases WHERE forward = 'running' AND status <> ALL($1)`,
    [terminalStatuses],
  );
  return each(cases, async ({ id, snapshot }) => {
    const present = { caseId: id, forwardNumber: snapshot.forwards };
    if (await isRunning(client, emergencyWorkflowId(present))) return false;
    await inTime(client, () => signalWithStartCase({ client, db }, id, forwardLostSignal, []));
    return true;
  });
}

/** In SLA time: a point more or less is worth no hurry. */
const WEIGH_EVERY_MS = 10 * 60_000;
/** One process at a time; any number that nothing else uses. */
const WEIGHING = 7_203_117;

/**
 * Weighs the open cases anew every now and then, since time alone makes them more urgent, and at once when a
 * setting has changed: the layer of exposed places is one. @returns how many have another priority
 */
export function createPrioritySweep({ db, slaSpeed }: { db: DataSource; slaSpeed: number }) {
  let last = { at: 0, settings: -1 };
  return async (): Promise<number> => {
    const began = { at: Date.now(), settings: await settingChanges(db) };
    const due = began.at - last.at >= WEIGH_EVERY_MS / slaSpeed;
    if (!due && began.settings === last.settings) return 0;
    return db.transaction(async (tx) => {
      const [{ mine }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [WEIGHING]);
      if (!mine) return 0;
      const changed = await weighAll(db, { slaSpeed });
      last = began;
      return changed;
    });
  };
}

/** Starts the dispatched rounds that have no workflow. @returns how many */
export const startRounds = ({ client, db }: Place): Promise<number> =>
  oneByOne(
    db,
    `SELECT id FROM round WHERE status = 'dispatched' AND started_at IS NULL
     AND dispatched_at < now() - ${MISSED} ORDER BY dispatched_at LIMIT ${BATCH}`,
    `SELECT id FROM round WHERE id = $1 AND status = 'dispatched' AND started_at IS NULL FOR UPDATE SKIP LOCKED`,
    ({ id }: { id: string }, tx) => inTime(client, () => startRoundWorkflow({ client, db: tx }, id)),
  );

/** A round whose workflow somebody ended, or that a restore lost, goes on where the database has it. @returns how many */
export async function findLostRounds({ client, db }: Place): Promise<number> {
  const rounds: { id: string }[] = await db.query(
    `SELECT id FROM round WHERE status = 'dispatched' AND started_at IS NOT NULL`,
  );
  return each(rounds, async ({ id }) => {
    if (await isRunning(client, roundWorkflowId(id))) return false;
    await inTime(client, () => startRoundWorkflow({ client, db }, id));
    return true;
  });
}

/** Tells the reviews' workflows of what was written that they were not told of. @returns how many */
export const tellReviews = ({ client, db }: Place): Promise<number> =>
  oneByOne(
    db,
    `SELECT id FROM review WHERE changed_at < now() - ${MISSED} ORDER BY changed_at LIMIT ${BATCH}`,
    'SELECT id, changed_at AS "changedAt" FROM review WHERE id = $1 AND changed_at IS NOT NULL FOR UPDATE SKIP LOCKED',
    (row: { id: string; changedAt: Date }, tx) => inTime(client, () => tellReview({ client, db: tx }, row)),
  );

/** A follow-up whose workflow somebody ended, or that a restore lost, is waited for again. @returns how many */
export async function findLostReviews({ client, db }: Place): Promise<number> {
  const rows: { id: string }[] = await db.query(
    `SELECT id FROM review WHERE status = 'following' AND changed_at IS NULL`,
  );
  if (rows.length === 0) return 0;
  const running = new Set<string>();
  const query = "WorkflowType = 'reviewWorkflow' AND ExecutionStatus = 'Running'";
  for await (const { workflowId } of client.workflow.list({ query })) running.add(workflowId);
  const lost = rows.filter(({ id }) => !running.has(reviewWorkflowId(id)));
  return each(lost, async ({ id }) => {
    await inTime(client, () => startReviewWorkflow({ client }, id));
    return true;
  });
}

async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    const described = await inTime(client, () => client.workflow.getHandle(workflowId).describe());
    return described.status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

const inTime = <T>(client: Client, work: () => Promise<T>): Promise<T> =>
  client.withDeadline(Date.now() + ANSWER_MS, work);

/** One row after the other, each in a transaction of its own: a failure undoes nobody else's mark. */
async function oneByOne<Row extends { id: string }>(
  db: DataSource,
  waiting: string,
  take: string,
  work: (row: Row, tx: EntityManager) => Promise<void>,
): Promise<number> {
  const rows: { id: string }[] = await db.query(waiting);
  return each(rows, ({ id }) =>
    db.transaction(async (tx) => {
      const [row]: Row[] = await tx.query(take, [id]);
      if (row) await work(row, tx);
      return row !== undefined;
    }),
  );
}
