import type { DataSource } from 'typeorm';
import { fillCases } from '../lists/fill';

/**
 * Fills an empty database with open cases: one report on most of them, up to a hundred on some, by people of whom
 * a third are confirmed and most are known by a cookie; a tenth of them were judged before. And a layer of places:
 * schools and hospitals as points, main roads as lines. The same figures every time.
 */
export async function fillOpenCases(db: DataSource, count: number, places: number): Promise<void> {
  await fillCases(db, count);
  await db.transaction(async (tx) => {
    await tx.query('SELECT setseed(0.42)');
    await tx.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const statement of cases) await tx.query(statement);
    await tx.query(layer, [places]);
  });
  await db.query('ANALYZE');
}

const people = 40_000;
const anyPerson = `(SELECT array_agg(id) FROM person)`;

const cases = [
  // Nine in ten are open; a tenth of the others was judged.
  `UPDATE cases SET status = (ARRAY['verifying','accepting','assigning','assigned','working'])[1 + floor(random() * 5)::int],
     outcome = NULL, closed_at = NULL, due_at = now() + random() * interval '30 days' WHERE random() < 0.9`,
  `UPDATE case_clock k SET status = 'running', due_at = c.due_at FROM cases c
   WHERE c.id = k.case_id AND c.status NOT IN ('closed','rejected','answered')`,
  `INSERT INTO person (id, email, confirmed_at)
   SELECT gen_random_uuid(), n || '@example.org', CASE WHEN n % 3 = 0 THEN now() END FROM generate_series(1, ${people}) n`,
  `INSERT INTO report (id, number, tracking_hash, kind, channel, department_id, category_id, note_id, danger, emergency,
     location, locale, privacy_read_at, received_at, started_at)
   SELECT r.id, r.id::text, sha256(r.id::text::bytea), 'problem', 'web', c.department_id, c.category_id, b.note_id,
     1 + floor(random() * 4)::int, 'none', c.location, 'it', now(), c.opened_at + random() * (now() - c.opened_at), now()
   FROM (SELECT id, department_id, category_id, location, opened_at, random() AS chance FROM cases
         WHERE status NOT IN ('closed','rejected','answered')) c
   JOIN membership m ON m.case_id = c.id JOIN report b ON b.id = m.report_id
   CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id FROM generate_series(1,
     CASE WHEN c.chance < 0.7 THEN 0 WHEN c.chance < 0.99 THEN 1 + floor(random() * 3)::int ELSE 30 + floor(random() * 70)::int END)) r`,
  `INSERT INTO membership (report_id, case_id)
   SELECT r.id, c.id FROM report r JOIN cases c ON c.location = r.location
   WHERE NOT EXISTS (SELECT FROM membership m WHERE m.report_id = r.id) AND c.opened_at <= r.received_at`,
  `WITH p AS (SELECT ${anyPerson} AS ids)
   UPDATE report r SET client_hash = sha256((chance.n)::text::bytea),
     by_owner = true, person_id = CASE WHEN chance.n % 2 = 0 THEN p.ids[1 + chance.n % ${people}] END
   FROM p, (SELECT id, floor(random() * 4 * ${people})::int AS n FROM report) chance WHERE chance.id = r.id`,
  `UPDATE cases c SET members = m.count FROM (SELECT case_id, count(*) FROM membership GROUP BY 1) m WHERE m.case_id = c.id`,
  `INSERT INTO qualification (id, case_id, cycle, real, category_id, category_right, danger, danger_right, description_right,
     timely, recorded_by)
   SELECT gen_random_uuid(), id, 1, random() < 0.9, category_id, true, danger, true, true, true, id FROM cases
   WHERE status = 'closed'`,
  `INSERT INTO log_entry (chain, seq, fact_id, name, at, actor_kind, public, data, previous_hash, hash)
   SELECT 'case:' || case_id, 1, '1.0', 'qualified', now(), 'user', false, jsonb_build_object('qualificationId', id), '', ''
   FROM qualification`,
];

/** Two schools and hospitals to each road of fifty positions. */
const layer = `
INSERT INTO exposure_place (id, name, kind, area)
SELECT gen_random_uuid(), 'Place ' || n,
  CASE WHEN n % 3 = 0 THEN 'main-road' WHEN n % 10 = 1 THEN 'hospital' ELSE 'school' END,
  CASE WHEN n % 3 = 0 THEN (SELECT ST_MakeLine(ST_SetSRID(ST_MakePoint(lon + step * dx, lat + step * dy), 4326) ORDER BY step)
                            FROM generate_series(0, 49) step)
       ELSE ST_SetSRID(ST_MakePoint(lon, lat), 4326) END
FROM (SELECT n, 8.56 + random() * 0.16 AS lon, 44.87 + random() * 0.1 AS lat,
        (random() - 0.5) / 2000 AS dx, (random() - 0.5) / 2000 AS dy FROM generate_series(1, $1::int) n) places`;
