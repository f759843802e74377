import type { EntityManager } from 'typeorm';
import { Case, Membership, Report } from '../db/entities';
import { appendLog } from '../db/log';
import { moveThreads } from '../db/threads';
import { fitsInto } from '../domain/case/joining';
import type { ErrorCode } from '../domain/errors';
import { isPublic } from '../domain/messages/table';
import { absorbedSignal, membersSignal } from '../workflows/case/messages';
import type { MergeOrder } from '../workflows/case/ports';
import { movedSignal } from '../workflows/report/messages';
import type { Dependencies } from './dependencies';
import { AT_ONCE } from './members';
import { findOpenCase, openCase, takePlace } from './opening';
import { lockCase } from './projection';

/** A merge of a case, told from another of the same case after an undo. */
type Merge = Pick<MergeOrder, 'caseId' | 'mergeId'>;

const mergedFact = ({ caseId, mergeId }: Merge) => `merged:${caseId}:${mergeId}`;

const system = { kind: 'system', id: null } as const;

/**
 * Moves all members of a case to another under both locks; from then on who attaches goes there too. Then the
 * other case and the reports hear of it. Repeated, it moves nobody twice and tells everybody again.
 * @param heartbeat says how many were dealt with, of thousands
 */
export async function mergeCase(
  { db, signals }: Dependencies,
  { intoCaseId: wanted, ...brought }: MergeOrder,
  heartbeat: (done: number) => void,
): Promise<{ intoCaseId: string } | { refused: ErrorCode }> {
  const { caseId, mergeId } = brought;
  const answer = await db.transaction((tx) => move(tx, { caseId, mergeId }, wanted, heartbeat));
  if ('refused' in answer) return answer;
  const { intoCaseId } = answer;
  const moved: { id: string }[] = await db.query(
    `SELECT m.report_id AS id FROM membership m
     JOIN log_entry l ON l.chain = 'report:' || m.report_id AND l.fact_id = $1
     WHERE m.case_id = $2 ORDER BY 1`,
    [mergedFact({ caseId, mergeId }), intoCaseId],
  );
  await signals.toCase(intoCaseId, absorbedSignal, [brought]);
  await signals.toCase(intoCaseId, membersSignal, []);
  for (let first = 0; first < moved.length; first += AT_ONCE) {
    const some = moved.slice(first, first + AT_ONCE);
    await Promise.all(some.map(({ id }) => signals.toReport(id, movedSignal, [{ caseId: intoCaseId }])));
    heartbeat(first + some.length);
  }
  return answer;
}

/** Both locks in the order of ids, so that two merges of the same cases wait for each other. */
export async function lockBoth(tx: EntityManager, ...caseIds: [string, string]): Promise<void> {
  for (const id of caseIds.sort()) await lockCase(tx, id);
}

async function move(
  tx: EntityManager,
  merge: Merge,
  wanted: string,
  heartbeat: (done: number) => void,
): Promise<{ intoCaseId: string } | { refused: ErrorCode }> {
  const { caseId } = merge;
  await lockBoth(tx, caseId, wanted);
  const row = await lockCase(tx, caseId);
  if (row.mergedInto) return { intoCaseId: row.mergedInto };
  const into = await findOpenCase(tx, wanted);
  if (!into) return { refused: 'case-closed' };
  if (into.id === caseId) return { refused: 'conflict' };
  if (!fitsInto(row.kind, into.kind)) return { refused: 'wrong-kind' };
  await moveMembers(tx, row, into, merge.mergeId, heartbeat);
  return { intoCaseId: into.id };
}

/**
 * A merge that was carried out and that a restore has undone: it holds, whatever the other case has become. In the
 * transaction that has both locks.
 */
export async function moveAgain(tx: EntityManager, merge: Merge, intoCaseId: string): Promise<void> {
  const { caseId, mergeId } = merge;
  const row = await lockCase(tx, caseId);
  let into = await lockCase(tx, intoCaseId);
  while (into.mergedInto) into = await lockCase(tx, into.mergedInto);
  if (!row.mergedInto && into.id !== caseId) await moveMembers(tx, row, into, mergeId, () => {});
}

async function moveMembers(
  tx: EntityManager,
  row: Case,
  into: Case,
  mergeId: string,
  heartbeat: (done: number) => void,
): Promise<void> {
  const caseId = row.id;
  const members: { report_id: string }[] = await tx.query(
    'SELECT report_id FROM membership WHERE case_id = $1 ORDER BY report_id',
    [caseId],
  );
  for (const [index, { report_id }] of members.entries()) {
    await logMove(
      tx,
      report_id,
      { name: 'merged', factId: mergedFact({ caseId, mergeId }) },
      caseId,
      into.id,
    );
    if (index % 100 === 0) heartbeat(index);
  }
  await tx.query(
    `UPDATE membership SET case_id = $2, read_at = NULL, told = NULL, moved = moved OR read_at IS NOT NULL
     WHERE case_id = $1`,
    [caseId, into.id],
  );
  await moveThreads(
    tx,
    { from: caseId, to: into.id },
    members.map(({ report_id }) => report_id),
  );
  await tx.query(
    `INSERT INTO case_follower (case_id, person_id, locale, confirmed, created_at)
     SELECT $2, person_id, locale, confirmed, created_at FROM case_follower WHERE case_id = $1 ON CONFLICT DO NOTHING`,
    [caseId, into.id],
  );
  await takePlace(tx, into, row);
  await tx.update(Case, { id: caseId }, { mergedInto: into.id });
}

/**
 * Emergencies that attached to a case after it was decided to end, unread: each gets a case of its own instead of
 * the end of another story. In the transaction that holds the lock of the case's row.
 */
export async function releaseEmergencies(tx: EntityManager, caseId: string): Promise<void> {
  const unread: { report_id: string }[] = await tx.query(
    `SELECT m.report_id FROM membership m JOIN report r ON r.id = m.report_id
     WHERE m.case_id = $1 AND m.read_at IS NULL AND NOT m.moved AND r.emergency <> 'none' ORDER BY m.report_id`,
    [caseId],
  );
  for (const { report_id: reportId } of unread) {
    const own = await openCase(tx, await tx.findOneByOrFail(Report, { id: reportId }));
    await tx.update(Membership, { reportId }, { caseId: own });
    await logMove(tx, reportId, { name: 'released', factId: `released:${caseId}` }, caseId, own);
  }
}

/** Tells the cases and reports of released emergencies; repeating it is harmless. */
export async function tellReleased({ db, signals }: Dependencies, caseId: string): Promise<void> {
  const released: { id: string }[] = await db.query(
    `SELECT substr(chain, 8) AS id FROM log_entry
     WHERE fact_id LIKE 'released:%' AND fact_id = 'released:' || $1::text ORDER BY 1`,
    [caseId],
  );
  for (const { id: reportId } of released) {
    const { caseId: own } = await db.getRepository(Membership).findOneByOrFail({ reportId });
    await signals.toCase(own, membersSignal, []);
    await signals.toReport(reportId, movedSignal, [{ caseId: own }]);
  }
}

/** A move stands in the report's own chain, by which a repeated activity finds whom it has to tell. */
const logMove = (
  tx: EntityManager,
  reportId: string,
  { name, factId }: { name: 'merged' | 'released'; factId: string },
  from: string,
  to: string,
) =>
  appendLog(tx, {
    chain: `report:${reportId}`,
    factId,
    name: name === 'merged' ? 'merged' : 'attached',
    at: new Date(),
    actor: system,
    public: isPublic(name === 'merged' ? 'merged' : 'attached'),
    data: name === 'merged' ? { caseId: from, intoCaseId: to } : { caseId: to, opened: true },
  });
