import type { DataSource } from 'typeorm';
import type { DayFlows, Stock } from '../../domain/dashboards/figures';
import type { Quarter } from '../../domain/dashboards/quarter';
import type { Diagnosis, Finding } from '../../domain/diagnosis/diagnose';

/** Whose figures are asked for; null for those of all departments. */
export type Departments = string[] | null;

export interface Bounds {
  /** Instants of the quarter's begin and end. */
  from: Date;
  to: Date;
  /** Through which instant the rollups are fresh; null before they were ever computed. */
  freshUntil: Date | null;
  /** The local day of that instant. */
  freshDay: string | null;
}

export async function boundsOf(db: DataSource, { from, to }: Quarter): Promise<Bounds> {
  const [bounds] = await db.query(
    `SELECT $1::date::timestamp AT TIME ZONE m.timezone AS "from", $2::date::timestamp AT TIME ZONE m.timezone AS "to",
       s.at AS "freshUntil", (s.at AT TIME ZONE m.timezone)::date::text AS "freshDay"
     FROM municipality m, (SELECT min(fresh_until) AS at FROM rollup_state) s LIMIT 1`,
    [from, to],
  );
  return bounds;
}

/** The departments that are asked for, by their place in lists; of all, also those no longer in use that have figures. */
export const departmentIdsOf = async (db: DataSource, departments: Departments): Promise<string[]> =>
  (
    await db.query(
      `SELECT id FROM department d
       WHERE id = ANY($1) OR $1::uuid[] IS NULL AND (active OR EXISTS (SELECT FROM rollup_day WHERE department_id = d.id))
       ORDER BY position, code`,
      [departments],
    )
  ).map(({ id }: { id: string }) => id);

/** What each day had, of the days from `from` to before `to`. */
export const listDays = (
  db: DataSource,
  departments: Departments,
  { from, to }: Pick<Quarter, 'from' | 'to'>,
): Promise<DayFlows[]> =>
  db.query(
    `SELECT day::text, department_id AS "departmentId", opened, reopened, recurrences, done, done_late AS "doneLate",
       fell_late AS "fellLate", repaired, repaired_late AS "repairedLate", rated, stars::float8[] AS stars
     FROM rollup_day WHERE day >= $2::date AND day < $3::date AND ($1::uuid[] IS NULL OR department_id = ANY($1))
     ORDER BY day`,
    [departments, from, to],
  );

/** What waited when a day began, and what of it was late. */
export const stockBefore = (db: DataSource, departments: Departments, day: string): Promise<Stock[]> =>
  db.query(
    `SELECT department_id AS "departmentId", sum(opened - done)::int AS open, sum(fell_late - done_late)::int AS late
     FROM rollup_day WHERE day < $2::date AND ($1::uuid[] IS NULL OR department_id = ANY($1)) GROUP BY 1`,
    [departments, day],
  );

export interface CellRow {
  row: number;
  col: number;
  cases: number;
  people: number;
  need: number;
  recurrences: number;
}

export const listCells = (db: DataSource, departments: Departments, { from }: Quarter): Promise<CellRow[]> =>
  db.query(
    `SELECT row, col, sum(cases)::int AS cases, sum(people)::int AS people, (sum(need) / 100.0)::float8 AS need,
       sum(recurrences)::int AS recurrences
     FROM rollup_cell WHERE quarter = $2::date AND ($1::uuid[] IS NULL OR department_id = ANY($1)) GROUP BY 1, 2`,
    [departments, from],
  );

export interface ReviewRow {
  quarter: string;
  departmentId: string;
  open: number;
  overdue: number;
}

export const listReviews = (
  db: DataSource,
  departments: Departments,
  quarters: Quarter[],
): Promise<ReviewRow[]> =>
  db.query(
    `SELECT quarter::text, department_id AS "departmentId", open, overdue FROM rollup_review
     WHERE quarter = ANY($2::date[]) AND ($1::uuid[] IS NULL OR department_id = ANY($1))`,
    [departments, quarters.map(({ from }) => from)],
  );

export interface FindingRow {
  quarter: string;
  departmentId: string;
  verdict: Diagnosis['verdict'];
  findings: Pick<Finding, 'cause' | 'holds' | 'confidence'>[];
  asOf: Date;
}

export const listFindings = (
  db: DataSource,
  departments: Departments,
  quarters: Quarter[],
): Promise<FindingRow[]> =>
  db.query(
    `SELECT quarter::text, department_id AS "departmentId", verdict, findings, as_of AS "asOf" FROM rollup_finding
     WHERE verdict IS NOT NULL AND quarter = ANY($2::date[]) AND ($1::uuid[] IS NULL OR department_id = ANY($1))`,
    [departments, quarters.map(({ from }) => from)],
  );

/** The instants at which local days end, or up to which the last one has come. */
export const endsOf = async (db: DataSource, days: string[], until: Date): Promise<Date[]> =>
  (
    await db.query(
      `SELECT least((day + 1)::timestamp AT TIME ZONE m.timezone, $2::timestamptz) AS at
       FROM unnest($1::date[]) WITH ORDINALITY days (day, n), (SELECT timezone FROM municipality LIMIT 1) m ORDER BY n`,
      [days, until],
    )
  ).map(({ at }: { at: Date }) => at);
