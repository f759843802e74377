import type { EntityManager, ObjectLiteral } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '../../../domain/errors';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { inUse, taken } from './conflict';
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

/** Creates or changes a row with what belongs to it and its entry in the log, all or nothing. */
export function writeSetting<Row extends Record_>(
  { db, config }: Deps,
  resource: Resource<Row>,
  { id, body, userId, isNew }: { id: string; body: unknown; userId: string; isNew: boolean },
): Promise<void> {
  const input = parse(resource.input, writable(resource, body, id));
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
    await logSetting(tx, userId, {
      resource: resource.name,
      id,
      did: isNew ? 'created' : 'changed',
      changes,
    });
    await markForReplanning(tx, union(affected, await replansOf(tx, resource, after)));
  });
}

/** What was never used goes; what was is kept for the past and no longer offered, or refused with `conflict`. */
export function removeSetting<Row extends Record_>(
  { db }: Deps,
  resource: Resource<Row>,
  { id, userId }: { id: string; userId: string },
): Promise<void> {
  return transaction(db.manager, async (tx) => {
    const row = await findSetting(tx, resource, id);
    const affected = await replansOf(tx, resource, row);
    await resource.beforeRemove?.(tx, row);
    const used = await isUsed(tx, resource.usedBy ?? [], id);
    if (used && !('active' in row)) throw inUse();
    if (used) await tx.getRepository(resource.entity).update(id, { active: false } as never);
    else await tx.getRepository(resource.entity).delete(id);
    const did = used ? 'deactivated' : 'removed';
    await logSetting(tx, userId, { resource: resource.name, id, did, changes: {} });
    await markForReplanning(tx, affected);
  });
}

/** The console sends the whole record back as it was shown; what nobody can write is left out of it. */
function writable({ readOnly = [] }: { readOnly?: readonly string[] }, body: unknown, id: string): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const left = Object.entries(body).filter(
    ([field, value]) => !readOnly.includes(field) && !(field === 'id' && value === id),
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
    const code =
      error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
    if (code === sqlUnique) throw taken();
    if (code === sqlReferenced) throw inUse();
    throw error;
  }
}
