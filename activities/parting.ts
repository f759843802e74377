import type { EntityManager } from 'typeorm';
import { type Case, Report, SplitOrder } from '../db/entities';
import { appendLog } from '../db/log';
import { moveThreads } from '../db/threads';
import { isForwarding, isOver } from '../domain/case/state';
import type { ErrorCode } from '../domain/errors';
import { type Emergency, emergencies } from '../domain/vocabulary';
import { membersSignal, unabsorbedSignal } from '../workflows/case/messages';
import type { PartOrder } from '../workflows/case/ports';
import { movedSignal } from '../workflows/report/messages';
import type { Dependencies } from './dependencies';
import { AT_ONCE } from './members';
import { lockBoth } from './moves';
import { lastOf, openCase } from './opening';
import { lockCase } from './projection';

/** `caseId`: the case that a split has made, or the one that an undone merge was part of. */
type Parted = { caseId: string; reports: number };
type Answer = Parted | { refused: ErrorCode };

/** A member that may go: `heard` says that its alarm, if it is one, was the business of the case where it is. */
interface Leaving {
  id: string;
  emergency: Emergency;
  heard: boolean;
}

/**
 * Splits members off or takes them back, in one transaction, and then tells cases and reports. Repeated, it moves
 * nobody twice and tells everybody again.
 * @param heartbeat says how many were told, of thousands
 */
export async function partMembers(
  { db, signals }: Dependencies,
  order: PartOrder,
  heartbeat: (told: number) => void,
): Promise<Answer> {
  const isSplit = order.what === 'split';
  const answer = await db.transaction((tx) => (isSplit ? split(tx, order) : takeBack(tx, order)));
  if ('refused' in answer) return answer;
  const { caseId } = answer;
  if (!isSplit) {
    const word = { caseId: order.caseId, unmergeId: order.commandId };
    await signals.toCase(caseId, unabsorbedSignal, [word]);
  }
  await signals.toCase(caseId, membersSignal, []);
  const now = isSplit ? caseId : order.caseId;
  const moved = await movedBy(db.manager, order, now);
  for (let first = 0; first < moved.length; first += AT_ONCE) {
    const some = moved.slice(first, first + AT_ONCE);
    await Promise.all(some.map(({ id }) => signals.toReport(id, movedSignal, [{ caseId: now }])));
    heartbeat(first + some.length);
  }
  return answer;
}

async function split(tx: EntityManager, order: PartOrder): Promise<Answer> {
  const row = await lockCase(tx, order.caseId);
  const wanted = await tx.findOneByOrFail(SplitOrder, { id: order.splitId ?? '', caseId: row.id });
  if (wanted.intoCaseId) return { caseId: wanted.intoCaseId, reports: wanted.reportIds.length };
  const leaving = await leavingOf(tx, row.id, 'r.id = ANY($2)', wanted.reportIds);
  const [{ members }] = await tx.query('SELECT count(*)::int AS members FROM membership WHERE case_id = $1', [
    row.id,
  ]);
  if (leaving.length !== wanted.reportIds.length || leaving.length === members)
    return { refused: 'conflict' };
  if (leavesHelp(row, leaving)) return { refused: 'help-called' };
  const [first] = await tx.find(Report, {
    where: leaving.map(({ id }) => ({ id })),
    order: { receivedAt: 'ASC', id: 'ASC' },
    take: 1,
  });
  // Its deadline counts from when the first of them was received, as if it had never been part of the other.
  const caseId = await openCase(tx, first!, { emergency: unheard(leaving) });
  await move(tx, order, leaving, { from: row.id, to: caseId });
  await tx.update(SplitOrder, { id: wanted.id }, { intoCaseId: caseId });
  return { caseId, reports: leaving.length };
}

async function takeBack(tx: EntityManager, order: PartOrder): Promise<Answer> {
  const { caseId } = order;
  const done = await movedBy(tx, order, caseId);
  if (done[0]) return { caseId: done[0].from, reports: done.length };
  const last = await lastOf(tx, caseId);
  if (!last || last.id === caseId) return { refused: 'conflict' };
  await lockBoth(tx, caseId, last.id);
  const into = await lockCase(tx, last.id);
  if (into.mergedInto) return { refused: 'conflict' };
  if (isOver(into)) return { refused: 'case-closed' };
  const fact = `merged:${caseId}:${order.mergeId}`;
  const came = `EXISTS (SELECT FROM log_entry l WHERE l.chain = 'report:' || r.id AND l.fact_id = $2)`;
  const leaving = await leavingOf(tx, into.id, came, fact);
  if (leaving.length === 0) return { refused: 'conflict' };
  if (leavesHelp(into, leaving)) return { refused: 'help-called' };
  await move(tx, order, leaving, { from: into.id, to: caseId });
  await tx.query('UPDATE cases SET merged_into = NULL WHERE id = $1', [caseId]);
  return { caseId: into.id, reports: leaving.length };
}

/** An undo that was carried out and that a restore has lost; what the merge had brought, the log knows. */
export async function takeBackAgain(tx: EntityManager, caseId: string, commandId: string): Promise<void> {
  const [merge]: { id: string }[] = await tx.query(
    `SELECT data->>'commandId' AS id FROM log_entry WHERE chain = $1 AND name = 'merged' ORDER BY seq DESC LIMIT 1`,
    [`case:${caseId}`],
  );
  await takeBack(tx, { caseId, what: 'unmerge', commandId, splitId: null, mergeId: merge?.id ?? null });
}

const leavingOf = (tx: EntityManager, caseId: string, which: string, given: unknown): Promise<Leaving[]> =>
  tx.query(
    `SELECT r.id, r.emergency, m.moved OR m.read_at IS NOT NULL AS heard
     FROM membership m JOIN report r ON r.id = m.report_id WHERE m.case_id = $1 AND ${which} ORDER BY r.id`,
    [caseId, given],
  );

/** Somebody called for help here: it belongs to this case. */
const leavesHelp = (row: Case, leaving: Leaving[]) =>
  isForwarding(row) && leaving.some(({ emergency }) => emergency !== 'none');

/** The gravest emergency that no case has heard of yet. */
const unheard = (leaving: Leaving[]): Emergency =>
  leaving
    .filter(({ heard }) => !heard)
    .map(({ emergency }) => emergency)
    .reduce((a, b) => (emergencies.indexOf(b) > emergencies.indexOf(a) ? b : a), 'none');

async function move(
  tx: EntityManager,
  { what, commandId }: PartOrder,
  leaving: Leaving[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  const ids = leaving.map(({ id }) => id);
  await tx.query(
    `UPDATE membership SET case_id = $2, read_at = NULL, told = NULL, moved = moved OR read_at IS NOT NULL
     WHERE case_id = $1 AND report_id = ANY($3)`,
    [from, to, ids],
  );
  await moveThreads(tx, { from, to }, ids);
  for (const id of ids) {
    await appendLog(tx, {
      chain: `report:${id}`,
      ...{ factId: `${what}:${commandId}`, name: what === 'split' ? 'split' : 'unmerged', at: new Date() },
      actor: { kind: 'system', id: null },
      public: true,
      data: { fromCaseId: from, caseId: to },
    });
  }
}

/** Whom this very order has moved to the case where they still are, by which a repetition knows whom to tell. */
const movedBy = (
  tx: EntityManager,
  { what, commandId }: PartOrder,
  caseId: string,
): Promise<{ id: string; from: string }[]> =>
  tx.query(
    `SELECT m.report_id AS id, l.data->>'fromCaseId' AS "from" FROM membership m
     JOIN log_entry l ON l.chain = 'report:' || m.report_id AND l.fact_id = $2
     WHERE m.case_id = $1 ORDER BY 1`,
    [caseId, `${what}:${commandId}`],
  );
