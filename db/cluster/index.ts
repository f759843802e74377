import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { type Binaries, matching } from './binaries';
import { type Owner, run } from './command';
import { ClusterError } from './error';
import { ensureBinaries, type Talk } from './install';
import { preparePlace } from './place';

export { ClusterError } from './error';

export interface ClusterOptions {
  /** Folder of the cluster; made when missing. */
  dir: string;
  /** Default: the port of the last time when it is free, else any free one. */
  port?: number;
  talk?: Partial<Talk>;
  /** Server settings, as in postgresql.conf. */
  settings?: Record<string, string>;
}

export interface Cluster {
  /** Connection string of the product's database, for a superuser. */
  url: string;
  port: number;
  /** Where it lives; not always the folder asked for. */
  dir: string;
  /** It ran before this call. */
  adopted: boolean;
  /** Folder of pg_dump and its like, of the server's own version. */
  bindir: string;
  /** Ends all connections and stops the server. */
  stop(): Promise<void>;
}

const USER = 'benecomune';
const DATABASE = 'benecomune';
const SETTINGS = { jit: 'off', max_connections: '200', shared_buffers: '256MB', timezone: 'UTC' };

/**
 * Starts a PostgreSQL server of its own under `dir`, or adopts the one that already runs there.
 * It listens on 127.0.0.1 only, with a random password. Throws ClusterError with one sentence.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const talk: Talk = { say: () => {}, confirm: async () => true, ...options.talk };
  const available = await ensureBinaries(talk);
  const { dir, owner, note } = await preparePlace(options.dir);
  if (note) talk.say(note);
  const pgdata = path.join(dir, 'pgdata');
  const binaries = matching(available, pgdata);
  if (!existsSync(pgdata)) await initialise(binaries, dir, owner);
  const running = await runningPort(binaries, pgdata, owner);
  const port = running ?? (await launch());

  async function launch(): Promise<number> {
    const chosen = options.port ?? (await choosePort(path.join(dir, 'port')));
    await start(binaries, dir, owner, chosen, { ...SETTINGS, ...options.settings });
    return chosen;
  }

  const password = readFileSync(path.join(dir, 'password'), 'utf8').trim();
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  await createDatabase(url);
  return {
    url,
    port,
    dir,
    adopted: running !== null,
    bindir: binaries.bindir,
    stop: () => stop(binaries, pgdata, owner),
  };
}

/** Whether a cluster has been made for `dir`. */
export async function clusterExists(dir: string): Promise<boolean> {
  return existsSync(path.join((await preparePlace(dir)).dir, 'pgdata'));
}

/** Stops the server that an interrupted process left running in `dir`; quiet when there is none. */
export async function stopCluster(dir: string): Promise<void> {
  const available = await ensureBinaries({ say: () => {}, confirm: async () => false });
  const place = await preparePlace(dir);
  const pgdata = path.join(place.dir, 'pgdata');
  if (!existsSync(pgdata)) return;
  const binaries = matching(available, pgdata);
  if (await runningPort(binaries, pgdata, place.owner)) await stop(binaries, pgdata, place.owner);
}

async function initialise(binaries: Binaries, dir: string, owner?: Owner): Promise<void> {
  const passwordFile = path.join(dir, 'password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  // Under another name until it is whole, so that an interruption leaves nothing half-made.
  const unfinished = path.join(dir, 'pgdata.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const made = await run(
    path.join(binaries.bindir, 'initdb'),
    [
      ...['-D', unfinished, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      ...['-E', 'UTF8', `--locale=${locale}`],
    ],
    owner,
  );
  if (made.code !== 0) {
    throw new ClusterError(`PostgreSQL could not make a database in ${dir}: ${lastLine(made)}`);
  }
  renameSync(unfinished, path.join(dir, 'pgdata'));
}

async function start(
  binaries: Binaries,
  dir: string,
  owner: Owner | undefined,
  port: number,
  settings: Record<string, string>,
): Promise<void> {
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...settings,
  }).map(([name, value]) => `-c ${name}=${value}`);
  const log = path.join(dir, 'server.log');
  const started = await run(
    path.join(binaries.bindir, 'pg_ctl'),
    [
      ...['start', '-w', '-t', '120', '-D', path.join(dir, 'pgdata'), '-l', log],
      ...['-o', [`-p ${port}`, ...flags].join(' ')],
    ],
    owner,
  );
  if (started.code !== 0) {
    throw new ClusterError(`PostgreSQL did not start on port ${port}; its reasons are in ${log}.`);
  }
}

async function stop(binaries: Binaries, pgdata: string, owner?: Owner): Promise<void> {
  const pgCtl = path.join(binaries.bindir, 'pg_ctl');
  const stopped = await run(pgCtl, ['stop', '-w', '-m', 'fast', '-D', pgdata], owner);
  if (stopped.code !== 0 && (await runningPort(binaries, pgdata, owner))) {
    throw new ClusterError(`PostgreSQL did not stop: ${lastLine(stopped)}`);
  }
}

/** The port of the server that runs on `pgdata`, or null. */
async function runningPort(binaries: Binaries, pgdata: string, owner?: Owner): Promise<number | null> {
  const status = await run(path.join(binaries.bindir, 'pg_ctl'), ['status', '-D', pgdata], owner);
  if (status.code !== 0) return null;
  const lines = readFileSync(path.join(pgdata, 'postmaster.pid'), 'utf8').split('\n');
  return Number(lines[3]);
}

async function choosePort(memory: string): Promise<number> {
  const last = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : 0;
  const port = (await freePort(last)) ?? (await freePort(0));
  if (!port) throw new ClusterError('No free port is left for PostgreSQL.');
  writeFileSync(memory, String(port));
  return port;
}

/** `port` when it can be listened on (0: any), else null. */
function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const { port: got } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(got));
    });
  });
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const lastLine = ({ output }: { output: string }) => output.trim().split('\n').at(-1) ?? '';
