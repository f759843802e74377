import type { DataSource } from 'typeorm';
import { Case } from '../../../db/entities';
import type { Random } from '../../../domain/rounds/random';
import { createCase, type Town } from '../testing';

export const DAY = 86_400_000;

let events = 0;
const tell = (db: DataSource, caseId: string, name: string, at: Date, amount: number | null = null) =>
  db.query(
    `INSERT INTO case_event (chain, seq, name, at, department_id, case_id, amount)
     SELECT $1, $2, $3, greatest($4, opened_at), department_id, id, $5 FROM cases WHERE id = $6`,
    [`case:${caseId}`, ++events, name, at, amount, caseId],
  );

const rate = (db: DataSource, caseId: string, stars: number) =>
  db.query(
    `INSERT INTO citizen_act (id, report_id, kind, stars, cycle)
     SELECT gen_random_uuid(), m.report_id, 'rating', $2, c.cycle FROM membership m JOIN cases c ON c.id = m.case_id
     WHERE c.id = $1 LIMIT 1`,
    [caseId, stars],
  );

export interface Scene {
  db: DataSource;
  towns: Town[];
  random: Random;
  /** The cases that there are; what is opened comes to them. */
  ids: string[];
  now: Date;
}

/** One thing that happens to a case, as the product would write it. */
export async function happen({ db, towns, random, ids, now }: Scene): Promise<void> {
  const pick = <T>(all: readonly T[]) => all[random.below(all.length)] as T;
  const set = (id: string, fields: object) => db.getRepository(Case).update({ id }, fields as never);
  const id = pick(ids);
  const kinds: Record<string, () => Promise<unknown>> = {
    async open() {
      const openedAt = new Date(now.getTime() - random.below(40) * DAY);
      const repairDueAt = new Date(openedAt.getTime() + random.below(20) * DAY);
      const recurrenceOf = ids.length > 0 && random.below(3) === 0 ? id : null;
      const made = await createCase(db, pick(towns), { openedAt, repairDueAt, recurrenceOf });
      ids.push(made.id);
      await tell(db, made.id, 'opened', openedAt);
    },
    async repair() {
      await set(id, { status: 'rating', doneAt: now });
      await tell(db, id, 'repaired', now);
    },
    refuse: () => set(id, { status: 'rejected', outcome: 'rejected', doneAt: now, closedAt: now }),
    close: () => set(id, { status: 'closed', outcome: 'repaired', doneAt: now, closedAt: now }),
    rate: () => rate(db, id, 1 + random.below(5)),
    reopen: () =>
      db.query(
        `UPDATE cases SET status = 'assigning', outcome = NULL, cycle = cycle + 1, done_at = NULL, closed_at = NULL
         WHERE id = $1`,
        [id],
      ),
    move: () => set(id, { departmentId: pick(towns).departmentId }),
    pause: () => db.query('UPDATE cases SET paused = NOT paused WHERE id = $1', [id]),
    breach: () => set(id, { stage: 'breach' }),
    weigh: () => set(id, { priority: random.below(100) }),
    extend: () => set(id, { repairDueAt: new Date(now.getTime() + (random.below(30) - 15) * DAY) }),
    // An event may be written long after its instant.
    review: () =>
      tell(db, id, 'review-opened', new Date(now.getTime() - random.below(120) * DAY), pick([null, 24, 200])),
    reviewed: () => tell(db, id, 'review-closed', now),
    place: () =>
      db.query('UPDATE cases SET location = ST_SetSRID(ST_MakePoint(8.6, 44.9), 4326) WHERE id = $1', [id]),
    async merge() {
      const into = pick(ids);
      if (into === id) return;
      await db.query('UPDATE membership SET case_id = $2 WHERE case_id = $1', [id, into]);
      await set(id, { mergedInto: into });
    },
    unmerge: () => set(id, { mergedInto: null }),
    forget: () =>
      db.query(
        'DELETE FROM citizen_act WHERE kind = $1 AND report_id IN (SELECT report_id FROM membership WHERE case_id = $2)',
        ['rating', id],
      ),
  };
  const name =
    ids.length < 5
      ? 'open'
      : pick(['open', 'open', 'repair', 'repair', 'rate', 'rate', 'rate', ...Object.keys(kinds)]);
  await kinds[name]!();
}
