import type { Response } from 'express';
import { z } from 'zod';
import { Category, Department, Supplier } from '../../../db/entities';
import type { Selection } from '../../../domain/dossier/dossier';
import { DomainError } from '../../../domain/errors';
import { refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import { anyOf } from '../list';
import { periodShape, readPeriod } from '../period';
import { scopeOf } from '../route';
import { requireRows } from '../settings/used';

const LONGEST_DAYS = 5 * 366;

/** What a dossier is about, as a query or a body says it. */
export const selectionShape = {
  suppliers: anyOf(z.uuid()),
  categories: anyOf(z.uuid()),
  department: z.uuid().optional(),
  ...periodShape,
  until: z.iso.date().optional(),
};
export type Asked = z.output<z.ZodObject<typeof selectionShape>>;

/**
 * Checks a selection. Whoever is bound to a department has a dossier of that one alone. Its days are over, so that asked
 * again it is the same; without `until` the repairs are watched until the period ends.
 * @throws a refusal that names each wrong field
 */
export async function readSelection(
  { db }: Pick<Deps, 'db'>,
  res: Response,
  { suppliers = [], categories = [], department, from, to, until = to }: Asked,
): Promise<Selection> {
  const own = scopeOf(res);
  if (own && department && own !== department) throw new DomainError('not-found');
  await readPeriod(db, { from, to }, LONGEST_DAYS);
  if (until < to) throw refusal({ until: 'out-of-range' });
  const [{ today }] = await db.query(
    'SELECT (now() AT TIME ZONE timezone)::date::text AS today FROM municipality LIMIT 1',
  );
  if (to >= today) throw refusal({ to: 'not-over' });
  if (until >= today) throw refusal({ until: 'not-over' });
  await requireRows(db.manager, Supplier, 'suppliers', suppliers);
  await requireRows(db.manager, Category, 'categories', categories);
  if (department) await requireRows(db.manager, Department, 'department', [department]);
  return {
    ...{ supplierIds: suppliers, categoryIds: categories, from, to, until },
    departmentId: own ?? department ?? null,
  };
}
