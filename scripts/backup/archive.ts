import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as tar from 'tar';
import { z } from 'zod';
import { dump, isFilled, openDatabase, restoreDump } from './database';

/** Folders of the data folder that go into a backup, beside the database. */
const FOLDERS = ['photos', 'attachments', 'secrets', 'temporal'] as const;
const STAGING = 'backup-staging';
const FORMAT = 1;

const manifestShape = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** Temporal's own state is inside; without it `npm run reconcile` starts the missing workflows. */
  temporal: z.boolean(),
});
export type Manifest = z.infer<typeof manifestShape>;

export interface BackupOptions {
  dataDir: string;
  databaseUrl: string | undefined;
  file: string;
  /** A running Temporal changes its file all the time: it is then left out. */
  running: boolean;
}

/** Writes database, photos, secrets and, of a stopped product, Temporal's state into one .tar.gz. */
export async function backup({ dataDir, databaseUrl, file, running }: BackupOptions): Promise<Manifest> {
  const database = await openDatabase(dataDir, databaseUrl, false);
  if (!database) throw new Error(`There is nothing to back up in ${dataDir}.`);
  const staging = emptied(path.join(dataDir, STAGING));
  const unfinished = `${file}.part`;
  try {
    await dump(database, path.join(staging, 'database.dump'));
    const folders = FOLDERS.filter(
      (name) => existsSync(path.join(dataDir, name)) && !(running && name === 'temporal'),
    );
    const manifest: Manifest = {
      format: FORMAT,
      madeAt: new Date().toISOString(),
      temporal: folders.includes('temporal'),
    };
    writeFileSync(path.join(staging, 'manifest.json'), JSON.stringify(manifest));
    // It holds secrets and everybody's data: nobody else may read it, from its first byte.
    closeSync(openSync(unfinished, 'w', 0o600));
    await tar.create({ gzip: true, file: unfinished, cwd: dataDir, portable: true }, [
      `${STAGING}/manifest.json`,
      `${STAGING}/database.dump`,
      ...folders,
    ]);
    renameSync(unfinished, file);
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    rmSync(unfinished, { force: true });
    await database.close();
  }
}

export interface RestoreOptions {
  dataDir: string;
  databaseUrl: string | undefined;
  file: string;
  /** Replaces what is there. */
  force: boolean;
}

/** Puts a backup in place of the data folder's contents; changes nothing when it cannot be read. */
export async function restore({ dataDir, databaseUrl, file, force }: RestoreOptions): Promise<Manifest> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  mkdirSync(dataDir, { recursive: true });
  const staging = emptied(path.join(dataDir, STAGING));
  try {
    const manifest = await unpack(file, staging);
    const database = await openDatabase(dataDir, databaseUrl, true);
    if (!database) throw new Error('There is no database to restore into.');
    try {
      const occupied =
        (await isFilled(database)) || FOLDERS.some((name) => existsSync(path.join(dataDir, name)));
      if (occupied && !force) {
        throw new Error(`${dataDir} or its database already holds data: add --force to replace it.`);
      }
      await restoreDump(database, path.join(staging, STAGING, 'database.dump'));
    } finally {
      await database.close();
    }
    for (const name of FOLDERS) {
      // What the backup does not have goes too: workflows of another time would not fit the database.
      rmSync(path.join(dataDir, name), { recursive: true, force: true });
      const unpacked = path.join(staging, name);
      if (existsSync(unpacked)) renameSync(unpacked, path.join(dataDir, name));
    }
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function unpack(file: string, folder: string): Promise<Manifest> {
  try {
    await tar.extract({ file, cwd: folder, strict: true });
    const text = readFileSync(path.join(folder, STAGING, 'manifest.json'), 'utf8');
    return manifestShape.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is not a whole backup of BeneComune.`);
  }
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
