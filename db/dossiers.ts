import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Selection } from '../domain/dossier/dossier';
import { Dossier } from './entities';
import { appendLog } from './log';
import type { HashedDossier } from './views/dossier';

/** The chain of the log that vouches for every dossier that was signed off. */
export const DOSSIERS_CHAIN = 'dossiers';

/** Keeps what was chosen and the hash, not the data, and says in the log who signed it. @returns its id */
export async function signDossier(
  db: DataSource,
  { data: { selection, counts }, hash }: HashedDossier,
  userId: string,
): Promise<string> {
  const { departmentId, from: periodFrom, to: periodTo, until: watchedUntil } = selection;
  const [id, at] = [randomUUID(), new Date()];
  await db.transaction(async (tx) => {
    await tx.insert(Dossier, {
      ...{
        id,
        departmentId,
        supplierIds: [...selection.supplierIds],
        categoryIds: [...selection.categoryIds],
      },
      ...{ periodFrom, periodTo, watchedUntil, hash, counts, signedBy: userId, signedAt: at },
    });
    await appendLog(tx, {
      ...{ chain: DOSSIERS_CHAIN, factId: id, name: 'dossier-signed', at, public: false },
      actor: { kind: 'user', id: userId },
      data: { hash, selection, counts },
    });
  });
  return id;
}

export const selectionOf = (row: Dossier): Selection => ({
  ...{ supplierIds: row.supplierIds, categoryIds: row.categoryIds, departmentId: row.departmentId },
  ...{ from: row.periodFrom, to: row.periodTo, until: row.watchedUntil },
});
