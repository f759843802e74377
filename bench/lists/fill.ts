import type { DataSource } from 'typeorm';

/**
 * Fills an empty database with cases as years of work leave them: six in seven over, the busiest
 * departments and categories far ahead, a tenth of the open ones late, words on every report. None is old enough
 * for its words to be due to go: a product that starts on these rows has nothing to clear away.
 * The same figures every time.
 */
export async function fillCases(db: DataSource, count: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('SELECT setseed(0.42)');
    // Nobody listens, and the links between the rows are made here: triggers would only cost time.
    await tx.query(`SET LOCAL session_replication_role = 'replica'`);
    await tx.query(drawCases, [count]);
    for (const statement of inserts) await tx.query(statement);
  });
  await db.query('ANALYZE cases; ANALYZE report; ANALYZE note; ANALYZE membership; ANALYZE case_clock');
}

const words = [
  ...['buca', 'profonda', 'marciapiede', 'lampione', 'spento', 'albero', 'ramo', 'caduto', 'rifiuti'],
  ...[
    'abbandonati',
    'cassonetto',
    'pieno',
    'segnale',
    'divelto',
    'strisce',
    'cancellate',
    'perdita',
    'acqua',
  ],
  ...['tombino', 'rotto', 'panchina', 'scritte', 'muro', 'semaforo', 'guasto', 'davanti', 'scuola', 'angolo'],
  ...['pericoloso', 'bambini', 'anziani', 'notte', 'settimana', 'incrocio', 'fermata', 'parco', 'giochi'],
];
const streets = [
  'Roma',
  'Dante',
  'Milano',
  'Cavour',
  'Mazzini',
  'Garibaldi',
  'Verdi',
  'Marengo',
  'Vochieri',
  'Pistoia',
];
const list = (values: string[]) => `ARRAY[${values.map((value) => `'${value}'`).join(',')}]`;
const pick = (values: string[]) => `(${list(values)})[1 + floor(random() * ${values.length})::int]`;

/** One row a case, drawn once; squared chance puts the first departments and categories ahead. */
const drawCases = `
CREATE TEMP TABLE drawn ON COMMIT DROP AS
SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS report_id, gen_random_uuid() AS note_id,
       kinds.id AS category_id, kinds.department_id, opened_at, fate, danger,
       CASE WHEN danger = 4 AND random() < 0.2 THEN 'imminent' ELSE 'none' END AS emergency,
       CASE WHEN fate < 0.74 THEN 'closed' WHEN fate < 0.83 THEN 'rejected' WHEN fate < 0.86 THEN 'answered'
            WHEN fate < 0.88 THEN 'verifying' WHEN fate < 0.90 THEN 'accepting' WHEN fate < 0.92 THEN 'assigning'
            WHEN fate < 0.95 THEN 'assigned' WHEN fate < 0.98 THEN 'working' ELSE 'rating' END AS status,
       CASE WHEN random() < 0.1 THEN now() - random() * interval '20 days'
            ELSE now() + random() * interval '30 days' END AS due_at,
       'Via ' || ${pick(streets)} || ' ' || (1 + floor(random() * 180)::int) AS address,
       array_to_string(ARRAY(SELECT ${pick(words)} FROM generate_series(1, 12 + n % 9)), ' ') AS body,
       ST_SetSRID(ST_MakePoint(8.56 + random() * 0.16, 44.87 + random() * 0.1), 4326) AS location
FROM (
  SELECT n, random() AS fate, now() - random() * interval '700 days' AS opened_at,
         (ARRAY[1,1,1,2,2,2,3,3,4])[1 + floor(random() * 9)::int] AS danger,
         1 + floor(random() * random() * (SELECT count(*) FROM category))::int AS kind
  FROM generate_series(1, $1::int) n
) chance
JOIN (SELECT id, department_id, row_number() OVER (ORDER BY position, code) AS place FROM category) kinds
  ON kinds.place = chance.kind`;

const over = `status IN ('closed','rejected','answered')`;

const inserts = [
  `INSERT INTO note (id, body, salt, digest, created_at)
   SELECT note_id, body, decode(md5(n::text), 'hex'), sha256(body::bytea), opened_at FROM drawn`,
  `INSERT INTO report (id, number, tracking_hash, kind, channel, department_id, category_id, note_id, danger,
     emergency, location, location_source, address, locale, privacy_read_at, received_at, started_at, settled_at)
   SELECT report_id, 'BN-2026-' || n, sha256(report_id::text::bytea), 'problem', 'web', department_id,
     category_id, note_id, danger, emergency, location, 'map', address, 'it', opened_at, opened_at, opened_at,
     CASE WHEN ${over} THEN opened_at END FROM drawn`,
  `INSERT INTO cases (id, number, kind, status, outcome, department_id, category_id, danger, emergency, priority,
     members, version, repair_due_at, due_at, due_clock, stage, location, address, opened_at, closed_at, updated_at, crew_id)
   SELECT id, 'BN-C-' || n, 'problem', status,
     CASE status WHEN 'closed' THEN 'repaired' WHEN 'rejected' THEN 'rejected' WHEN 'answered' THEN 'answered' END,
     department_id, category_id, danger, emergency,
     CASE WHEN emergency <> 'none' THEN 100 ELSE danger * 15 + floor(random() * 30)::int END, 1, 5, due_at,
     CASE WHEN NOT ${over} THEN due_at END, CASE WHEN NOT ${over} THEN 'repair' END,
     CASE WHEN NOT ${over} AND due_at < now() THEN 'breach' END, location, address, opened_at,
     CASE WHEN ${over} THEN opened_at + interval '9 days' END, opened_at,
     CASE WHEN status IN ('assigned','working') THEN (SELECT c.id FROM crew c WHERE c.department_id = drawn.department_id
       ORDER BY c.name LIMIT 1) END FROM drawn`,
  `UPDATE cases SET band = CASE WHEN priority >= 60 THEN 'P1' WHEN priority >= 40 THEN 'P2' WHEN priority >= 20 THEN 'P3'
     ELSE 'P4' END`,
  `INSERT INTO membership (report_id, case_id, attached_at) SELECT report_id, id, opened_at FROM drawn`,
  `INSERT INTO case_clock (case_id, kind, cycle, turn, status, started_at, due_at, source)
   SELECT id, 'repair', 1, 1, CASE WHEN ${over} THEN 'met' ELSE 'running' END, opened_at, due_at, 'policy' FROM drawn`,
  `INSERT INTO photo (id, report_id, purpose, width, height, bytes, sha256)
   SELECT gen_random_uuid(), report_id, 'report', 1280, 960, 180000, sha256(report_id::text::bytea) FROM drawn WHERE n % 3 > 0`,
];
