import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopCluster } from '../db/cluster';
import { dropDatabase } from '../db/template';

const PREFIX = 'benecomune-test-';

/** Makes the folder of a test run. Servers start in it later, when a test asks for them. */
export function openRun(): string {
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  // PostgreSQL may run as another user, which passes through here.
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'owner'), String(process.pid));
  return folder;
}

/** Stops what a run started and removes its folder. */
export async function closeRun(folder: string): Promise<void> {
  const temporal = result(folder, 'temporal');
  if (temporal?.pid) await end(temporal.pid);
  const template = result(folder, 'template');
  if (template?.given) await dropDatabase(template.url);
  if (existsSync(path.join(folder, 'postgres'))) await stopCluster(path.join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
}

/** Closes the runs that were killed before they could close themselves. */
export async function sweepRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = path.join(tmpdir(), name);
    const owner = name.startsWith(PREFIX) && read(path.join(folder, 'owner'));
    if (owner && !alive(Number(owner))) await closeRun(folder);
  }
}

interface Made {
  pid?: number;
  url: string;
  /** The database server is not the run's own. */
  given?: boolean;
}

function result(folder: string, name: string): Made | null {
  const text = read(path.join(folder, `${name}.json`));
  return text ? ((JSON.parse(text) as { value?: Made }).value ?? null) : null;
}

function read(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

async function end(pid: number): Promise<void> {
  if (alive(pid)) process.kill(pid);
  for (let tenth = 0; alive(pid) && tenth < 100; tenth++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
