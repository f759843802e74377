import type { DataSource } from 'typeorm';

/** Another open case that may be about the same problem, with what a person decides that by. */
export interface Suggestion {
  id: string;
  number: string;
  departmentId: string;
  categoryId: string;
  status: string;
  address: string | null;
  openedAt: Date;
  members: number;
  score: number;
  metres: number;
  words: string | null;
  photos: string[];
}

/** The undecided suggestions of a case, whichever of the two was opened first, the likeliest first. */
export const listSuggestions = (db: DataSource, caseId: string): Promise<Suggestion[]> =>
  db.query(
    `SELECT c.id, c.number, c.department_id AS "departmentId", c.category_id AS "categoryId", c.status, c.address,
       c.opened_at AS "openedAt", c.members, s.score::float8, round(s.metres)::int AS metres, n.body AS words,
       (SELECT coalesce(json_agg(p.id ORDER BY p.created_at), '[]') FROM photo p
         WHERE p.report_id = r.id AND p.erased_at IS NULL) AS photos
     FROM (SELECT other_case_id AS other, score, metres FROM case_suggestion WHERE case_id = $1 AND dismissed_at IS NULL
       UNION ALL
       SELECT case_id, score, metres FROM case_suggestion WHERE other_case_id = $1 AND dismissed_at IS NULL) s
     JOIN cases c ON c.id = s.other AND c.status NOT IN ('closed','rejected','answered')
     JOIN cases t ON t.id = $1 AND t.status NOT IN ('closed','rejected','answered')
     LEFT JOIN LATERAL (SELECT m.report_id FROM membership m WHERE m.case_id = c.id ORDER BY m.attached_at LIMIT 1) m ON true
     LEFT JOIN report r ON r.id = m.report_id LEFT JOIN note n ON n.id = r.note_id
     ORDER BY s.score DESC, c.number LIMIT 5`,
    [caseId],
  );

/** Says that two cases are about different problems, or takes that back. @returns false when there was no suggestion */
export async function decideSuggestion(
  db: DataSource,
  [one, other]: readonly [string, string],
  { dismissed, userId }: { dismissed: boolean; userId: string },
): Promise<boolean> {
  const [, changed]: [unknown, number] = await db.query(
    `UPDATE case_suggestion SET dismissed_at = CASE WHEN $3 THEN now() END, dismissed_by = CASE WHEN $3 THEN $4::uuid END
     WHERE (case_id = $1 AND other_case_id = $2) OR (case_id = $2 AND other_case_id = $1)`,
    [one, other, dismissed, userId],
  );
  return changed > 0;
}
