import type { EntityManager, ObjectLiteral } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '../../../domain/errors';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { held, inUse, taken } from './conflict';
import { heldBy } from './holds';
import { changesBetween, logSetting } from './log';
import { markForReplanning, union } from './replan';
import type { Record_, Resource } from './resource';
import { isUsed } from './used';

/** The row, or `not-found`. */
export async function findSetting<Row extends Record_>(
  tx: EntityManager,
  { entity }: Resource<Row>,
  id: string,
): Promise<Row> {
  const row = await tx.getRepository(entity).findOneBy({ id } as never);
  if (!row) throw new DomainError('not-found');
  return row;
}

/** The rows with what other tables hold about them. */
export const extended = async <Row extends Record_>(
  tx: EntityManager,
  { extend }: Resource<Row>,
  rows: Row[],
): Promise<ObjectLiteral[]> => (extend ? extend(tx, rows) : rows);

/** Why somebody changes it, for the log: goes with every kind of setting and belongs to none. */
export const reason = z.object({ why: z.string().trim().max(2000).nullish() });

/** Creates or changes a row with what belongs to it and its entry in the log, all or nothing. */
export function writeSetting<Row extends Record_>(
  { db, config }: Deps,
  resource: Resource<Row>,
  { id, body, userId, isNew }: { id: string; body: unknown; userId: string; isNew: boolean },
): Promise<void> {
  const input = parse(resource.input, writable(resource, body, id));
  const { why } = parse(reason, body);
  const shown = async (tx: EntityManager) =>
    (await extended(tx, resource, [await findSetting(tx, resource, id)]))[0]!;
  return transaction(db.manager, async (tx) => {
    const context = { tx, config };
    const before = isNew ? null : await shown(tx);
    const affected = before ? await replansOf(tx, resource, before) : [];
    const values = (await resource.beforeWrite?.(context, id, input, before)) ?? input;
    await tx.getRepository(resource.entity).save({ ...values, id } as never);
    await resource.afterWrite?.(context, id, input, before);
    const after = await shown(tx);
    const changes = changesBetween(before, after, resource);
    if (Object.keys(changes).length === 0) return;
    const did = isNew ? 'created' : 'changed';
    await logSetting(tx, userId, { resource: resource.name, id, did, changes, why: why || null });
    await markForReplanning(tx, union(affected, await replansOf(tx, resource, after)));
  });
}

/** What was never used goes; what was is kept for the past and no longer offered. What is needed now stays. */
export function removeSetting<Row extends Record_>(
  { db }: Deps,
  resource: Resource<Row>,
  { id, userId }: { id: string; userId: string },
): Promise<'deactivated' | 'removed'> {
  return transaction(db.manager, async (tx) => {
    const row = await findSetting(tx, resource, id);
    const affected = await replansOf(tx, resource, row);
    await resource.beforeRemove?.(tx, row);
    const holders = await heldBy(tx, resource.holds ?? [], id);
    if (holders) throw held(holders, 'active' in row);
    const used = await isUsed(tx, resource.usedBy ?? [], id);
    if (used) await tx.getRepository(resource.entity).update(id, { active: false } as never);
    else await tx.getRepository(resource.entity).delete(id);
    const did = used ? 'deactivated' : 'removed';
    await logSetting(tx, userId, { resource: resource.name, id, did, changes: {}, why: null });
    await markForReplanning(tx, affected);
    return did;
  });
}

/** The console sends the whole record back as it was shown; what nobody can write is left out of it. */
function writable({ readOnly = [] }: { readOnly?: readonly string[] }, body: unknown, id: string): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const left = Object.entries(body).filter(
    ([field, value]) => ![...readOnly, 'why'].includes(field) && !(field === 'id' && value === id),
  );
  return Object.fromEntries(left);
}

const replansOf = async <Row extends Record_>(
  tx: EntityManager,
  { replans }: Resource<Row>,
  row: ObjectLiteral,
) => (replans ? replans(tx, row) : []);

const sqlUnique = '23505';
const sqlReferenced = '23503';

/** What the database refuses is a conflict in words: a name that is taken, a row that is still referred to. */
async function transaction<T>(manager: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await manager.transaction(work);
  } catch (error) {
    const refused = error instanceof QueryFailedError ? (error.driverError as SqlRefusal) : {};
    if (refused.code === sqlUnique) throw taken(columnOf(refused));
    if (refused.code === sqlReferenced) throw inUse();
    throw error;
  }
}

interface SqlRefusal {
  code?: string;
  table?: string;
  constraint?: string;
}

/** PostgreSQL calls what keeps a column unique `<table>_<column>_key`. */
const columnOf = ({ table = '', constraint = '' }: SqlRefusal): string =>
  constraint.slice(table.length + 1).replace(/_key$/, '') || 'id';
