import { existsSync } from 'node:fs';
import { aptGet, canInstall } from './apt';
import { type Binaries, findBinaries, OLDEST_MAJOR, versionsWithoutPostgis } from './binaries';
import { run } from './command';
import { ClusterError } from './error';

export interface Talk {
  /** Tells the person what happens. */
  say(line: string): void;
  /** Asks the person; without a terminal it answers true. */
  confirm(question: string): Promise<boolean>;
}

/** The usable PostgreSQL installations, newest first; installs one on Debian and Ubuntu if none is there. */
export async function ensureBinaries(talk: Talk): Promise<Binaries[]> {
  const present = await findBinaries();
  if (present.length > 0) return present;
  if (!existsSync('/usr/bin/apt-get')) throw new ClusterError(await byHand());
  await installWithApt(talk);
  const installed = await findBinaries();
  if (installed.length > 0) return installed;
  throw new ClusterError(
    `This system's packages have no PostgreSQL ${OLDEST_MAJOR} or newer with PostGIS; give another server with DATABASE_URL.`,
  );
}

async function installWithApt({ say, confirm }: Talk): Promise<void> {
  say('PostgreSQL with PostGIS is not installed on this machine.');
  if (!canInstall()) {
    throw new ClusterError(
      'PostgreSQL with PostGIS is missing: type "sudo apt-get install postgresql postgresql-postgis" and start again.',
    );
  }
  if (!(await confirm('Install the packages postgresql and PostGIS with apt-get?'))) {
    throw new ClusterError(
      'PostgreSQL with PostGIS is needed: install it, or give another server with DATABASE_URL.',
    );
  }
  try {
    await aptGet(['update'], say);
    if ((await versionsWithoutPostgis()).length === 0) await aptGet(['install', 'postgresql'], say);
    const [major] = await versionsWithoutPostgis();
    if (major) await aptGet(['install', `postgresql-${major}-postgis-3`], say);
  } catch (error) {
    throw new ClusterError((error as Error).message);
  }
}

async function byHand(): Promise<string> {
  const brew = (await run('brew', ['--version'])).code === 0;
  return brew
    ? 'PostgreSQL with PostGIS is missing: type "brew install postgresql@17 postgis" and start again.'
    : `PostgreSQL ${OLDEST_MAJOR} or newer with PostGIS is missing: install both with your system's package manager, or give another server with DATABASE_URL.`;
}
