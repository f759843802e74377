import type { DataSource } from 'typeorm';
import { Case, Membership } from '../db/entities';
import type { Members } from '../domain/case/joining';
import type { Emergency, Outcome } from '../domain/vocabulary';
import { partEndedSignal } from '../workflows/case/messages';
import { outcomeSignal } from '../workflows/report/messages';
import type { Dependencies } from './dependencies';

const PAGE = 500;
/** Signals under way at once: a storm must not fill Temporal's queue. */
export const AT_ONCE = 20;

/**
 * Marks the waiting memberships as read and sums all of them up. Alarms are those that no other
 * case has heard: what was read before a merge was heard where it came from.
 */
export async function readMembers(db: DataSource, caseId: string): Promise<Members> {
  return db.transaction(async (tx) => {
    await tx.query('UPDATE membership SET read_at = now() WHERE case_id = $1 AND read_at IS NULL', [caseId]);
    const [sum] = await tx.query(
      `SELECT count(*)::int AS members, COALESCE(max(r.danger), 1)::int AS danger,
              (count(*) FILTER (WHERE r.emergency <> 'none' AND NOT m.moved))::int AS alarms,
              bool_or(r.emergency = 'injured') AS injured, bool_or(r.emergency = 'imminent') AS imminent
       FROM membership m JOIN report r ON r.id = m.report_id WHERE m.case_id = $1`,
      [caseId],
    );
    const emergency: Emergency = sum.injured ? 'injured' : sum.imminent ? 'imminent' : 'none';
    return { members: sum.members, alarms: sum.alarms, emergency, danger: sum.danger };
  });
}

/** The case that this one is a part of, if any. */
async function tellWhole(
  { db, signals }: Pick<Dependencies, 'db' | 'signals'>,
  { caseId, outcome, final }: { caseId: string; outcome: Outcome; final: boolean },
): Promise<void> {
  const row = await db.getRepository(Case).findOneByOrFail({ id: caseId });
  if (final && row.partOf) await signals.toCase(row.partOf, partEndedSignal, [{ caseId, outcome }]);
}

/** Tells the members' workflows in pages; who was told is marked, so that repeating it tells nobody twice. */
export async function tellMembers(
  { db, signals }: Dependencies,
  notice: { caseId: string; cycle: number; outcome: Outcome; final: boolean },
  heartbeat: (told: number) => void,
): Promise<void> {
  const { caseId, cycle, outcome, final } = notice;
  await tellWhole({ db, signals }, notice);
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
      // Who has moved to another case meanwhile hears of that one's end.
      await db.query('UPDATE membership SET told = $1 WHERE report_id = ANY($2) AND case_id = $3', [
        ...[mark, some, caseId],
      ]);
      told += some.length;
      heartbeat(told);
    }
    if (page.length < PAGE) return;
  }
}
