import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { appendLog } from '../../../db/log';
import { writeNote } from '../../../db/notes';

/** Field to its old and its new value, or to `true` where the values are nobody's business. */
export type Changes = Record<string, [unknown, unknown] | true>;

/** What a write did to a row as it is shown; `before` is null for a new row. */
export function changesBetween(
  before: ObjectLiteral | null,
  after: ObjectLiteral,
  { secret = [], quiet = [] }: { quiet?: readonly string[]; secret?: readonly string[] },
): Changes {
  const hidden = new Set<string>([...secret, ...quiet]);
  const changes: Changes = {};
  for (const [field, value] of Object.entries(after)) {
    const old = before?.[field] ?? null;
    if (field === 'id' || isDeepStrictEqual(old, value)) continue;
    changes[field] = hidden.has(field) ? true : [old, value];
  }
  return changes;
}

export interface SettingChange {
  resource: string;
  id: string;
  did: 'created' | 'changed' | 'deactivated' | 'removed' | 'loaded';
  changes: Changes;
  why: string | null;
}

/** Writes a change of the settings into their chain, in the transaction that makes it. */
export async function logSetting(
  tx: EntityManager,
  userId: string,
  { resource, id, did, changes, why }: SettingChange,
): Promise<void> {
  const noteId = why && (await writeNote(tx, { body: why }));
  await appendLog(tx, {
    chain: 'settings',
    factId: randomUUID(),
    name: `setting-${did}`,
    at: new Date(),
    actor: { kind: 'user', id: userId },
    public: false,
    // Dates become text, so that the entry hashes to the same when it is read again.
    data: JSON.parse(JSON.stringify({ resource, id, changes })),
    noteId,
  });
}
