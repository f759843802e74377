import path from 'node:path';
import type { DataSource } from 'typeorm';
import { runInThread } from '../../../../activities/thread';
import { municipalityCard } from '../../../../db/geo/municipality';
import type { HashedDossier } from '../../../../db/views/dossier';
import { DomainError } from '../../../../domain/errors';
import type { Locale } from '../../../../domain/vocabulary';
import type { PrintTask } from './document';

/** More than anybody waits for a page. */
const LONGEST_MS = 120_000;
/** Each needs a processor and some hundred megabytes for a while. */
const MOST_WAITING = 5;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * A dossier as PDF, made in a thread, one after the other.
 * @throws DomainError `too-many-requests` where others wait for theirs already
 */
export async function printDossier(db: DataSource, dossier: HashedDossier, locale: Locale): Promise<Buffer> {
  if (waiting >= MOST_WAITING) throw new DomainError('too-many-requests');
  waiting += 1;
  const mine = last.then(async () => {
    const task = await taskOf(db, dossier, locale);
    return Buffer.from(await runInThread<Uint8Array>(worker, task, AbortSignal.timeout(LONGEST_MS)));
  });
  last = mine.catch(() => {});
  return mine.finally(() => {
    waiting -= 1;
  });
}

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
