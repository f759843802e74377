import type { DataSource } from 'typeorm';

/** Of a city, in the middle of which most happens. */
const PLACE = `ST_SetSRID(ST_MakePoint(8.61 + 0.03 * (random() + random() + random() - 1.5),
  44.91 + 0.02 * (random() + random() + random() - 1.5)), 4326)`;

/** Cases over three years as they are left: the last weeks' still wait, a sixth was late, some came back. */
const draw = `
CREATE TEMP TABLE drawn ON COMMIT DROP AS
SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS report_id, gen_random_uuid() AS note_id, kinds.id AS category_id,
  kinds.department_id, opened_at, due_at, done_at, done_at < now() AS done, done_at + interval '14 days' < now() AS over,
  fate, 1 + floor(random() * random() * random() * 12)::int AS members, 1 + floor(random() * 4)::int AS danger,
  CASE WHEN random() < 0.35 THEN least(5, 1 + floor(random() * 6)::int) END AS stars, ${PLACE} AS location
FROM (
  SELECT n, opened_at, random() AS fate, opened_at + (5 + random() * 25) * interval '1 day' AS due_at,
    opened_at + (random() * random() * 45) * interval '1 day' AS done_at,
    1 + floor(random() * random() * (SELECT count(*) FROM category))::int AS kind
  FROM (SELECT n, now() - random() * interval '1095 days' AS opened_at FROM generate_series(1, $1::int) n) chance
) lives
JOIN (SELECT id, department_id, row_number() OVER (ORDER BY position, code) AS place FROM category) kinds
  ON kinds.place = lives.kind`;

const event = (name: string, at: string, amount = 'NULL', seq = 1) =>
  `SELECT 'case:' || id, ${seq}, '${name}', ${at}, department_id, id, ${amount}::float8 FROM drawn WHERE ${at} < now()`;
const events = [
  event('opened', 'opened_at', 'extract(epoch FROM due_at - opened_at) / 3600', 1),
  event('verified', `opened_at + interval '2 hours'`, 'NULL', 2),
  event('repaired', 'done_at', '1.5', 3),
  `${event('breached', 'due_at', 'NULL', 4)} AND due_at < done_at`,
  `${event('review-opened', `due_at + interval '1 day'`, '336', 5)} AND due_at < done_at AND n % 4 = 0`,
  `${event('review-closed', `due_at + interval '1 day' + (n % 40) * interval '1 day'`, 'NULL', 6)} AND due_at < done_at AND n % 4 = 0`,
];

const inserts = [
  // Their words have gone already: a product that starts on these rows has nothing to clear away.
  `INSERT INTO note (id, digest, created_at, erased_at)
   SELECT note_id, sha256('buca'), opened_at, opened_at FROM drawn`,
  `INSERT INTO report (id, number, tracking_hash, kind, channel, department_id, category_id, note_id, danger, emergency,
     location, location_source, locale, privacy_read_at, received_at, started_at, registered_at)
   SELECT report_id, 'BN-2026-' || n, sha256(report_id::text::bytea), 'problem', 'web', department_id, category_id, note_id,
     danger, 'none', location, 'map', 'it', opened_at, opened_at, opened_at, opened_at FROM drawn`,
  `INSERT INTO cases (id, number, kind, status, outcome, department_id, category_id, danger, emergency, priority, band,
     members, cycle, version, repair_due_at, due_at, due_clock, stage, location, recurrence_of, opened_at, done_at, closed_at,
     updated_at)
   SELECT id, 'BN-C-' || n, 'problem',
     CASE WHEN over THEN CASE WHEN fate < 0.1 THEN 'rejected' ELSE 'closed' END WHEN done THEN 'rating' ELSE 'working' END,
     CASE WHEN over THEN CASE WHEN fate < 0.1 THEN 'rejected' ELSE 'repaired' END END, department_id, category_id, danger,
     'none', 20 * danger, 'P3', members, CASE WHEN fate > 0.97 THEN 2 ELSE 1 END, 5, due_at,
     CASE WHEN NOT done THEN due_at END, CASE WHEN NOT done THEN 'repair' END,
     CASE WHEN due_at < least(now(), done_at) THEN 'breach' END, location,
     CASE WHEN n > 1000 AND n % 20 = 0 THEN (SELECT id FROM drawn WHERE n = 1) END, opened_at,
     CASE WHEN done THEN done_at END, CASE WHEN over THEN done_at + interval '14 days' END, opened_at FROM drawn`,
  'INSERT INTO membership (report_id, case_id, attached_at) SELECT report_id, id, opened_at FROM drawn',
  `INSERT INTO citizen_act (id, report_id, kind, stars, cycle, created_at, told_at)
   SELECT gen_random_uuid(), report_id, 'rating', stars, CASE WHEN fate > 0.97 THEN 2 ELSE 1 END,
     done_at + interval '1 day', done_at + interval '1 day' FROM drawn WHERE done AND stars IS NOT NULL`,
  `INSERT INTO case_event (chain, seq, name, at, department_id, case_id, amount) ${events.join(' UNION ALL ')}`,
];

/** Three years of a big city in an empty database; the same figures every time, but for the passing of the days. */
export async function fillYears(db: DataSource, count: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('SELECT setseed(0.42)');
    // The links between the rows are made here, and the rollups computed afterwards: triggers would only cost time.
    await tx.query(`SET LOCAL session_replication_role = 'replica'`);
    await tx.query(draw, [count]);
    for (const statement of inserts) await tx.query(statement);
  });
  await db.query(
    'ANALYZE cases; ANALYZE report; ANALYZE membership; ANALYZE citizen_act; ANALYZE case_event',
  );
}

/** So many cases move on as they do within an hour: most are new or waiting, a few are older. */
export const changeCases = (db: DataSource, count: number): Promise<void> =>
  // At once: the product's own schedule shall not take half of the marks.
  db.transaction(async (tx) => {
    const part = Math.ceil(count / 4);
    await tx.query(
      `UPDATE cases SET status = 'rating', done_at = now() WHERE id IN (
       SELECT id FROM cases WHERE done_at IS NULL ORDER BY opened_at LIMIT $1)`,
      [part],
    );
    await tx.query(
      `UPDATE cases SET priority = (priority + 7) % 100, members = members + 1 WHERE id IN (
       SELECT id FROM cases WHERE done_at IS NULL ORDER BY opened_at DESC LIMIT $1)`,
      [part],
    );
    await tx.query(
      `INSERT INTO citizen_act (id, report_id, kind, stars, cycle) SELECT gen_random_uuid(), m.report_id, 'rating', 4, c.cycle
     FROM cases c JOIN membership m ON m.case_id = c.id WHERE c.status = 'rating' ORDER BY c.done_at LIMIT $1`,
      [part],
    );
    await tx.query(
      `UPDATE cases SET status = 'assigning', cycle = cycle + 1, done_at = NULL, closed_at = NULL WHERE id IN (
       SELECT id FROM cases WHERE status IN ('rating', 'closed') ORDER BY done_at DESC LIMIT $1)`,
      [count - 3 * part],
    );
  });
