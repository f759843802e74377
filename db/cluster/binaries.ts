import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command';
import { ClusterError } from './error';

export interface Binaries {
  /** Folder of initdb, pg_ctl and pg_dump. */
  bindir: string;
  /** Major version. */
  major: number;
}

export const OLDEST_MAJOR = 15;

/** Server binaries that come with PostGIS, the newest first. */
export async function findBinaries(): Promise<Binaries[]> {
  const found: Binaries[] = [];
  for (const bindir of await candidates()) {
    const binaries = await inspect(bindir);
    if (binaries?.postgis && binaries.major >= OLDEST_MAJOR) found.push(binaries);
  }
  return found.sort((a, b) => b.major - a.major);
}

/** Major versions of the servers that lack PostGIS only, the newest first. */
export async function versionsWithoutPostgis(): Promise<number[]> {
  const majors: number[] = [];
  for (const bindir of await candidates()) {
    const binaries = await inspect(bindir);
    if (binaries && !binaries.postgis && binaries.major >= OLDEST_MAJOR) {
      majors.push(binaries.major);
    }
  }
  return majors.sort((a, b) => b - a);
}

async function candidates(): Promise<string[]> {
  const folders = new Set<string>();
  const configured = await run('pg_config', ['--bindir']);
  if (configured.code === 0) folders.add(configured.output.trim());
  for (const base of ['/usr/lib/postgresql', '/usr/local/lib/postgresql']) {
    for (const version of list(base)) folders.add(path.join(base, version, 'bin'));
  }
  for (const base of ['/opt/homebrew/opt', '/usr/local/opt', '/home/linuxbrew/.linuxbrew/opt']) {
    for (const formula of list(base).filter((name) => name.startsWith('postgresql'))) {
      folders.add(path.join(base, formula, 'bin'));
    }
  }
  return [...folders].filter((folder) => existsSync(path.join(folder, 'initdb')));
}

async function inspect(bindir: string): Promise<(Binaries & { postgis: boolean }) | null> {
  const version = await run(path.join(bindir, 'postgres'), ['--version']);
  const major = Number(/\) (\d+)/.exec(version.output)?.[1]);
  if (version.code !== 0 || !major) return null;
  const share = await run(path.join(bindir, 'pg_config'), ['--sharedir']);
  // Debian ships pg_config with the development files only; its share folder is known.
  const sharedir = share.code === 0 ? share.output.trim() : `/usr/share/postgresql/${major}`;
  const postgis = existsSync(path.join(sharedir, 'extension', 'postgis.control'));
  return { bindir, major, postgis };
}

/** Binaries able to open `pgdata`, or the newest when it does not exist yet. */
export function matching(available: readonly Binaries[], pgdata: string): Binaries {
  const marker = path.join(pgdata, 'PG_VERSION');
  if (!existsSync(marker)) {
    const newest = available[0];
    if (!newest) throw new ClusterError('PostgreSQL is not installed.');
    return newest;
  }
  const major = Number(readFileSync(marker, 'utf8').trim());
  const same = available.find((binaries) => binaries.major === major);
  if (same) return same;
  throw new ClusterError(
    `The database in ${pgdata} was made by PostgreSQL ${major}, which is not installed with PostGIS: install that version, or move the folder away and restore a backup.`,
  );
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
