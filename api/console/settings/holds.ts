import type { EntityManager } from 'typeorm';
import type { Locale } from '../../../domain/vocabulary';

/** What a setting still works for, as a query with the setting's id as `$1`, and in words for one and for several. */
export type Hold = { rows: string } & Record<Locale, readonly [one: string, several: string]>;

export const openCases = (column: 'department_id' | 'category_id' | 'crew_id' | 'supplier_id'): Hold => ({
  rows: `cases WHERE ${column} = $1 AND status NOT IN ('closed','rejected','answered')`,
  it: ['caso aperto', 'casi aperti'],
  en: ['open case', 'open cases'],
});

export const openRounds: Hold = {
  rows: "round WHERE crew_id = $1 AND status <> 'over'",
  it: ['giro in corso', 'giri in corso'],
  en: ['round under way', 'rounds under way'],
};

/** What is active and belongs to a department. */
export const ofDepartment = (table: 'category' | 'crew' | 'app_user'): Hold => ({
  rows: `${table} WHERE department_id = $1 AND active`,
  ...belongings[table],
});
const belongings = {
  category: { it: ['categoria', 'categorie'], en: ['category', 'categories'] },
  crew: { it: ['squadra', 'squadre'], en: ['crew', 'crews'] },
  app_user: { it: ['persona', 'persone'], en: ['person', 'persons'] },
} as const;

export const departmentsIn = (rows: string): Hold => ({
  rows,
  it: ['reparto', 'reparti'],
  en: ['department', 'departments'],
});

/** Counts what holds the setting: `3 casi aperti, 1 squadra`; null where nothing does. */
export async function heldBy(
  tx: EntityManager,
  holds: readonly Hold[],
  id: string,
): Promise<Record<Locale, string> | null> {
  const said: Record<Locale, string[]> = { it: [], en: [] };
  for (const { rows, it, en } of holds) {
    const [{ count }] = await tx.query(`SELECT count(*)::int AS count FROM ${rows}`, [id]);
    if (count === 0) continue;
    said.it.push(`${count} ${it[count === 1 ? 0 : 1]}`);
    said.en.push(`${count} ${en[count === 1 ? 0 : 1]}`);
  }
  return said.it.length > 0 ? { it: said.it.join(', '), en: said.en.join(', ') } : null;
}
