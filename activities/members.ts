import type { DataSource } from 'typeorm';
import { Membership } from '../db/entities';
import { appendLog } from '../db/log';
import { isOver } from '../domain/case/state';
import { DomainError } from '../domain/errors';
import { isPublic } from '../domain/messages/table';
import type { Emergency, Outcome } from '../domain/vocabulary';
import { absorbedSignal, membersSignal } from '../workflows/case/messages';
import type { MembersSummary } from '../workflows/case/ports';
import { movedSignal, outcomeSignal } from '../workflows/report/messages';
import type { Dependencies } from './dependencies';
import { lockCase } from './projection';

const PAGE = 500;
/** Signals under way at once: a storm must not fill Temporal's queue. */
const AT_ONCE = 20;

/** Marks the waiting memberships as read and sums all of them up. */
export async function readMembers(db: DataSource, caseId: string): Promise<MembersSummary> {
  return db.transaction(async (tx) => {
    await tx.query('UPDATE membership SET read_at = now() WHERE case_id = $1 AND read_at IS NULL', [caseId]);
    const [sum] = await tx.query(
      `SELECT count(*)::int AS members, COALESCE(max(r.danger), 1)::int AS danger,
              bool_or(r.emergency = 'injured') AS injured, bool_or(r.emergency = 'imminent') AS imminent
       FROM membership m JOIN report r ON r.id = m.report_id WHERE m.case_id = $1`,
      [caseId],
    );
    const emergency: Emergency = sum.injured ? 'injured' : sum.imminent ? 'imminent' : 'none';
    return { members: sum.members, emergency, danger: sum.danger };
  });
}

/** Tells the members' workflows in pages; who was told is marked, so that repeating it tells nobody twice. */
export async function tellMembers(
  { db, signals }: Dependencies,
  notice: { caseId: string; cycle: number; outcome: Outcome; final: boolean },
  heartbeat: (told: number) => void,
): Promise<void> {
  const { caseId, cycle, outcome, final } = notice;
  const mark = `${cycle}:${outcome}:${final}`;
  let told = 0;
  for (;;) {
    const page = await db
      .getRepository(Membership)
      .createQueryBuilder('m')
      .where('m.caseId = :caseId AND m.told IS DISTINCT FROM :mark', { caseId, mark })
      .orderBy('m.reportId')
      .limit(PAGE)
      .getMany();
    for (let first = 0; first < page.length; first += AT_ONCE) {
      const some = page.slice(first, first + AT_ONCE).map(({ reportId }) => reportId);
      await Promise.all(some.map((reportId) => signals.toReport(reportId, outcomeSignal, [notice])));
      await db.query('UPDATE membership SET told = $1 WHERE report_id = ANY($2)', [mark, some]);
      told += some.length;
      heartbeat(told);
    }
    if (page.length < PAGE) return;
  }
}

/** Moves the members under both locks, taken in id order, then tells the other case and the reports. */
export async function mergeCase(
  { db, signals }: Dependencies,
  merge: { caseId: string; intoCaseId: string; repairDueAt: number | null },
): Promise<void> {
  const { caseId, intoCaseId, repairDueAt } = merge;
  await db.transaction(async (tx) => {
    const into = await lockBoth(caseId, intoCaseId, (id) => lockCase(tx, id));
    const moved: { report_id: string }[] = await tx.query(
      'SELECT report_id FROM membership WHERE case_id = $1 ORDER BY report_id',
      [caseId],
    );
    if (moved.length === 0) return;
    if (isOver(into)) throw new DomainError('case-closed');
    for (const { report_id } of moved) {
      await appendLog(tx, {
        chain: `report:${report_id}`,
        factId: `merged:${caseId}`,
        name: 'merged',
        at: new Date(),
        actor: { kind: 'system', id: null },
        public: isPublic('merged'),
        data: { caseId, intoCaseId },
      });
    }
    await tx.query('UPDATE membership SET case_id = $2, read_at = NULL, told = NULL WHERE case_id = $1', [
      caseId,
      intoCaseId,
    ]);
  });
  const moved: { report_id: string; emergency: Emergency }[] = await db.query(
    `SELECT m.report_id, r.emergency FROM membership m
     JOIN report r ON r.id = m.report_id
     JOIN log_entry l ON l.chain = 'report:' || m.report_id AND l.fact_id = 'merged:' || $1::text
     WHERE m.case_id = $2`,
    [caseId, intoCaseId],
  );
  const emergency = moved.find((one) => one.emergency !== 'none')?.emergency ?? 'none';
  await signals.toCase(intoCaseId, absorbedSignal, [{ caseId, repairDueAt }]);
  await signals.toCase(intoCaseId, membersSignal, [{ emergency }]);
  for (const { report_id } of moved) await signals.toReport(report_id, movedSignal, [{ caseId: intoCaseId }]);
}

async function lockBoth<T>(caseId: string, intoCaseId: string, lock: (id: string) => Promise<T>): Promise<T> {
  if (caseId < intoCaseId) await lock(caseId);
  const into = await lock(intoCaseId);
  if (caseId > intoCaseId) await lock(caseId);
  return into;
}
