import { type EntityManager, In } from 'typeorm';
import { DomainError } from '../../../domain/errors';

/** Does anything that happened refer to the row? Tables and columns come from the resource's own definition. */
export async function isUsed(
  tx: EntityManager,
  usedBy: readonly (readonly [table: string, column: string])[],
  id: string,
): Promise<boolean> {
  for (const [table, column] of usedBy) {
    const [found] = await tx.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 LIMIT 1`, [id]);
    if (found) return true;
  }
  return false;
}

/** Refuses a field that names what does not exist. */
export async function requireRows(
  tx: EntityManager,
  entity: new () => { id: string },
  field: string,
  ids: string[],
): Promise<void> {
  const wanted = [...new Set(ids)];
  const there = await tx.countBy(entity, { id: In(wanted) });
  if (there < wanted.length) throw new DomainError('invalid-input', { [field]: 'choice' });
}
