import type { DataSource } from 'typeorm';

/** A department, or one crew of it. */
export interface Team {
  departmentId: string;
  crewId: string | null;
}

/** Fewer say nothing of a month, and too much of who worked in it. */
const FEWEST = 5;

/** A team's work in one local month; `month` is its first day. Of too few nothing was measured or rated. */
export interface TeamMonth {
  month: string;
  repaired: number;
  /** Repairs whose clock says whether they were in time, and those that were. */
  measured: number;
  inTime: number;
  rated: number;
  /** Mean stars, null where nobody rated. */
  stars: number | null;
}

const ofTeam = '(c.department_id = $1 AND ($2::uuid IS NULL OR r.crew_id = $2))';

/** The repairs of real problems in the last months, the running one included; months without work are there too. */
export const monthsOf = (
  db: DataSource,
  { departmentId, crewId }: Team,
  months: number,
): Promise<TeamMonth[]> =>
  db.query(
    `WITH zone AS (SELECT timezone, date_trunc('month', now() AT TIME ZONE timezone) AS this FROM municipality LIMIT 1),
     month AS (SELECT generate_series(this - make_interval(months => $3 - 1), this, interval '1 month') AS first FROM zone),
     done AS (
       SELECT date_trunc('month', r.recorded_at AT TIME ZONE timezone) AS first, k.status, s.rated, s.stars
       FROM zone, repair r JOIN cases c ON c.id = r.case_id
       LEFT JOIN LATERAL (
         SELECT status FROM case_clock WHERE case_id = c.id AND cycle = r.cycle AND kind = 'repair' ORDER BY turn DESC LIMIT 1
       ) k ON true
       LEFT JOIN LATERAL (
         SELECT count(*) AS rated, sum(a.stars) AS stars FROM membership m JOIN citizen_act a ON a.report_id = m.report_id
         WHERE m.case_id = c.id AND a.kind = 'rating' AND a.cycle = r.cycle AND a.stars IS NOT NULL
       ) s ON true
       WHERE ${ofTeam} AND c.kind = 'problem' AND c.outcome IS DISTINCT FROM 'not-real'
         AND r.recorded_at >= (this - make_interval(months => $3 - 1)) AT TIME ZONE timezone
     ), summed AS (
       SELECT month.first, count(done.first)::int AS repaired,
         count(*) FILTER (WHERE status IN ('met', 'missed'))::int AS measured,
         count(*) FILTER (WHERE status = 'met')::int AS in_time, coalesce(sum(rated), 0)::int AS rated, sum(stars) AS stars
       FROM month LEFT JOIN done USING (first) GROUP BY month.first
     )
     SELECT to_char(first, 'YYYY-MM-DD') AS month, repaired,
       CASE WHEN measured >= ${FEWEST} THEN measured ELSE 0 END AS measured,
       CASE WHEN measured >= ${FEWEST} THEN in_time ELSE 0 END AS "inTime",
       CASE WHEN rated >= ${FEWEST} THEN rated ELSE 0 END AS rated,
       CASE WHEN rated >= ${FEWEST} THEN (stars / rated)::float8 END AS stars
     FROM summed ORDER BY first`,
    [departmentId, crewId, months],
  );

/** What a citizen wrote with a good rating. */
export interface Thanks {
  id: string;
  caseId: string;
  caseNumber: string;
  address: string | null;
  stars: number;
  words: string;
  at: Date;
  crewId: string | null;
}

const MOST_THANKS = 50;
/** From so many stars on words are thanks. */
const GOOD = 4;

/** The newest words of citizens who were content with what the team did. */
export const thanksFor = (db: DataSource, { departmentId, crewId }: Team): Promise<Thanks[]> =>
  db.query(
    `SELECT a.id, c.id AS "caseId", c.number AS "caseNumber", c.address, a.stars, n.body AS words, a.created_at AS at,
       r.crew_id AS "crewId"
     FROM citizen_act a JOIN note n ON n.id = a.note_id AND n.body <> ''
     JOIN membership m ON m.report_id = a.report_id JOIN cases c ON c.id = m.case_id
     JOIN LATERAL (
       SELECT crew_id FROM repair WHERE case_id = c.id AND cycle = a.cycle ORDER BY recorded_at DESC LIMIT 1
     ) r ON true
     WHERE a.kind = 'rating' AND a.stars >= ${GOOD} AND ${ofTeam}
     ORDER BY a.created_at DESC, a.id LIMIT ${MOST_THANKS}`,
    [departmentId, crewId],
  );

/** How a department's reviews of a period ended. */
export interface ReviewEnds {
  closed: number;
  improved: number;
  training: number;
}

/** @param months counted back from now */
export async function reviewEnds(db: DataSource, departmentId: string, months: number): Promise<ReviewEnds> {
  const [ends] = await db.query(
    `SELECT count(*)::int AS closed, count(*) FILTER (WHERE outcome = 'improved')::int AS improved,
       count(*) FILTER (WHERE training)::int AS training
     FROM review WHERE department_id = $1 AND closed_at >= now() - make_interval(months => $2)`,
    [departmentId, months],
  );
  return ends;
}
