import path from 'node:path';
import type { DataSource } from 'typeorm';
import { runInThread } from '../../../../activities/thread';
import { municipalityCard } from '../../../../db/geo/municipality';
import type { HashedDossier } from '../../../../db/views/dossier';
import type { Locale } from '../../../../domain/vocabulary';
import { Turns } from '../../turns';
import type { PrintTask } from './document';

/** More than anybody waits for a page. */
const LONGEST_MS = 120_000;
/** Each needs a processor and some hundred megabytes for a while. */
const turns = new Turns(1, 4);

/**
 * A dossier as PDF, made in a thread, one after the other.
 * @throws TooManyError `too-many-requests` where others wait for theirs already
 */
export const printDossier = (db: DataSource, dossier: HashedDossier, locale: Locale): Promise<Buffer> =>
  turns.take(async () => {
    const task = await taskOf(db, dossier, locale);
    return Buffer.from(await runInThread<Uint8Array>(worker, task, AbortSignal.timeout(LONGEST_MS)));
  });

const worker = path.join(__dirname, 'worker');

async function taskOf(db: DataSource, dossier: HashedDossier, locale: Locale): Promise<PrintTask> {
  const { supplierIds, categoryIds, departmentId } = dossier.data.selection;
  const name = locale === 'it' ? 'name_it' : 'name_en';
  const names = async (sql: string, ids: readonly string[]) =>
    (await db.query(`${sql} WHERE id = ANY ($1::uuid[]) ORDER BY 1`, [ids])).map(
      (row: { name: string }) => row.name,
    );
  const [department = null] = await names(
    `SELECT ${name} AS name FROM department`,
    departmentId ? [departmentId] : [],
  );
  return {
    ...{ dossier, locale, department, town: (await municipalityCard(db))?.title ?? '' },
    suppliers: await names('SELECT name FROM supplier', supplierIds),
    categories: await names(`SELECT ${name} AS name FROM category`, categoryIds),
  };
}
