import type { DataSource } from 'typeorm';
import { dashboardNames } from '../../api/console/dashboards/routes';
import { quarterBefore, quarterOf } from '../../domain/dashboards/quarter';

/** The requests of each dashboard, in turn: every quarter of three years, all departments or some of them. */
export async function asksOf(db: DataSource, now = new Date()): Promise<Record<string, string[]>> {
  const departments: { id: string }[] = await db.query('SELECT id FROM department ORDER BY position, code');
  const quarters = [quarterOf(`${now.getUTCFullYear()}-${Math.floor(now.getUTCMonth() / 3) + 1}`)];
  while (quarters.length < 12) quarters.push(quarterBefore(quarters.at(-1)!));
  const choices = [[], ...departments.map(({ id }) => [id]), departments.slice(0, 3).map(({ id }) => id)];
  const queries = quarters.flatMap(({ id }) =>
    choices.map((chosen) => [`quarter=${id}`, ...chosen.map((one) => `departmentId=${one}`)].join('&')),
  );
  // A step without a common divisor mixes quarters and departments.
  const mixed = queries.map((_, index) => queries[(index * 37) % queries.length]!);
  return Object.fromEntries(
    dashboardNames.map((name) => [name, mixed.map((query) => `/dashboards/${name}?${query}`)]),
  );
}
