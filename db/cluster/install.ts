import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
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
  const isRoot = process.getuid?.() === 0;
  const prefix = isRoot ? [] : ['sudo'];
  say('PostgreSQL with PostGIS is not installed on this machine.');
  if (!isRoot && !process.stdin.isTTY) {
    throw new ClusterError(
      'PostgreSQL with PostGIS is missing: type "sudo apt-get install postgresql postgresql-postgis" and start again.',
    );
  }
  if (!(await confirm('Install the packages postgresql and PostGIS with apt-get?'))) {
    throw new ClusterError(
      'PostgreSQL with PostGIS is needed: install it, or give another server with DATABASE_URL.',
    );
  }
  await apt([...prefix, 'apt-get', 'update', '-q'], say);
  let [major] = await versionsWithoutPostgis();
  if (!major) {
    await apt([...prefix, 'apt-get', 'install', '-q', '-y', 'postgresql'], say);
    [major] = await versionsWithoutPostgis();
  }
  if (major) {
    await apt([...prefix, 'apt-get', 'install', '-q', '-y', `postgresql-${major}-postgis-3`], say);
  }
}

function apt(command: readonly string[], say: Talk['say']): Promise<void> {
  const line = command.join(' ');
  say(`Running ${line} …`);
  return new Promise((resolve, reject) => {
    const [program = 'apt-get', ...args] = command;
    const child = spawn('env', ['DEBIAN_FRONTEND=noninteractive', program, ...args], {
      stdio: ['inherit', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    });
    child.on('close', (code) => {
      const last = complaint.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve();
      else reject(new ClusterError(`"${line}" failed: ${last || `exit code ${code}`}`));
    });
  });
}

async function byHand(): Promise<string> {
  const brew = (await run('brew', ['--version'])).code === 0;
  return brew
    ? 'PostgreSQL with PostGIS is missing: type "brew install postgresql@17 postgis" and start again.'
    : `PostgreSQL ${OLDEST_MAJOR} or newer with PostGIS is missing: install both with your system's package manager, or give another server with DATABASE_URL.`;
}
