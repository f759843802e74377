import type { DataSource } from 'typeorm';
import type { PageOf } from './conditions';

/** Where words were said: in a report, by its citizen afterwards, in a conversation, or by staff in the case's log. */
export const wordPlaces = ['report', 'citizen', 'message', 'log'] as const;

export interface Said {
  /** Of the note. */
  id: string;
  caseId: string;
  caseNumber: string;
  address: string | null;
  place: (typeof wordPlaces)[number];
  at: Date;
  /** The words around what was looked for, which stands between U+E000 and U+E001. */
  excerpt: string;
}

/** Nobody reads on further; the newest come first. */
const MOST = 1000;

/** Word for word what the index says. */
const VECTOR = `(to_tsvector('words_it', coalesce(n.body, '')) || to_tsvector('words_en', coalesce(n.body, '')))`;

/** The cases in which the note n was said; a citizen's conversation goes where the report is. */
const PLACES = `
  SELECT m.case_id, 'report' AS place FROM report r JOIN membership m ON m.report_id = r.id WHERE r.note_id = n.id
  UNION ALL SELECT m.case_id, 'citizen' FROM citizen_act a JOIN membership m ON m.report_id = a.report_id
    WHERE a.note_id = n.id
  UNION ALL SELECT t.case_id, 'message' FROM thread_message s JOIN thread t ON t.id = s.thread_id
    WHERE s.note_id = n.id
  UNION ALL SELECT substr(l.chain, 6)::uuid, 'log' FROM log_entry l
    WHERE l.note_id = n.id AND l.chain LIKE 'case:%' AND l.name NOT IN ('said', 'question-asked') AND l.name NOT LIKE 'review-%'`;

const HEADLINE = `StartSel=${String.fromCharCode(0xe000)}, StopSel=${String.fromCharCode(0xe001)}, MaxWords=30, MinWords=15`;

/**
 * Everything ever said inside cases that holds the words (as people type them: "two words" together, -without, or),
 * in Italian or English, the newest first.
 * @param scope the department whose cases are searched, and those that it was asked about; null for all
 */
export async function findWords(
  db: DataSource,
  { q, scope }: { q: string; scope: string | null },
  { start, limit }: Pick<PageOf, 'start' | 'limit'>,
): Promise<{ rows: Said[]; total: number }> {
  const rows: (Said & { total: number })[] = await db.query(
    `WITH asked AS (
       SELECT websearch_to_tsquery('words_it', $1) || websearch_to_tsquery('words_en', $1) AS query
     ), found AS MATERIALIZED (
       SELECT n.id, n.body, n.created_at AS at, p.case_id, p.place, c.number, c.address
       FROM asked JOIN note n ON ${VECTOR} @@ asked.query CROSS JOIN LATERAL (${PLACES}) p
       JOIN cases c ON c.id = p.case_id
       WHERE $2::uuid IS NULL OR c.department_id = $2 OR c.involved @> ARRAY[$2::uuid]
       ORDER BY n.created_at DESC LIMIT ${MOST}
     )
     SELECT f.id, f.case_id AS "caseId", f.number AS "caseNumber", f.address, f.place, f.at,
       ts_headline('words_it', f.body, asked.query, '${HEADLINE}') AS excerpt, count(*) OVER ()::int AS total
     FROM found f, asked
     ORDER BY f.at DESC, f.id LIMIT $3 OFFSET $4`,
    [q, scope, limit, start],
  );
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
