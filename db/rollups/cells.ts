import type { EntityManager } from 'typeorm';
import { CELL_SIDE } from '../../domain/dashboards/cell';
import { COUNTED, RECURRENCE } from './facts';

export const ROW = `floor(st_y(c.location) / ${CELL_SIDE})::int`;
export const COL = `floor(st_x(c.location) / ${CELL_SIDE})::int`;

/** Of one department in one quarter, which is named by its first day. */
export interface Share {
  quarter: string;
  departmentId: string;
}

/**
 * Computes quarters of departments anew: the problems of each square of the map by when they were opened. Need is
 * people × priority: divided by a hundred, one person with the most urgent problem counts one.
 */
export async function computeCells(tx: EntityManager, shares: Share[]): Promise<void> {
  const given = [shares.map(({ quarter }) => quarter), shares.map(({ departmentId }) => departmentId)];
  const wanted = 'unnest($1::date[], $2::uuid[]) AS wanted (quarter, department_id)';
  await tx.query(
    `DELETE FROM rollup_cell r USING ${wanted}
     WHERE r.quarter = wanted.quarter AND r.department_id = wanted.department_id`,
    given,
  );
  await tx.query(
    `INSERT INTO rollup_cell (quarter, department_id, row, col, cases, people, need, recurrences)
     SELECT wanted.quarter, wanted.department_id, ${ROW}, ${COL}, count(*), sum(c.members),
       sum(c.members * c.priority), count(*) FILTER (WHERE ${RECURRENCE})
     FROM ${wanted} CROSS JOIN (SELECT timezone FROM municipality LIMIT 1) m
     JOIN cases c ON c.department_id = wanted.department_id AND ${COUNTED} AND c.location IS NOT NULL
       AND c.opened_at >= wanted.quarter::timestamp AT TIME ZONE m.timezone
       AND c.opened_at < (wanted.quarter + interval '3 months')::timestamp AT TIME ZONE m.timezone
     GROUP BY 1, 2, 3, 4`,
    given,
  );
}
