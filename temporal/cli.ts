import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { run } from '../db/cluster/command';

/** The newest version that `go install` can build. */
const GO_PACKAGE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

/** Downloads and builds that all checkouts of this person share. */
export const CACHE_DIR = path.join(homedir(), '.cache', 'benecomune');
const BIN_DIR = path.join(CACHE_DIR, 'bin');

/** Why Temporal cannot run, in one sentence for the person who started it. */
export class TemporalMissing extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TemporalMissing';
  }
}

/** Path of the `temporal` command; obtains it once when this machine has none. */
export async function ensureTemporal(say: (line: string) => void): Promise<string> {
  const present = await findTemporal();
  if (present) return present;
  mkdirSync(BIN_DIR, { recursive: true });
  say('The temporal command is not installed: downloading it …');
  if (await downloadWithSdk()) return path.join(BIN_DIR, 'temporal');
  if ((await run('go', ['version'])).code === 0) {
    await buildWithGo(say);
    return path.join(BIN_DIR, 'temporal');
  }
  throw new TemporalMissing(
    'Temporal is missing and could not be downloaded: install the "temporal" command (or Go, to build it), or give a running server with TEMPORAL_ADDRESS.',
  );
}

/** Path of an installed `temporal` command, or null. */
export async function findTemporal(
  places: readonly string[] = [
    'temporal',
    path.join(BIN_DIR, 'temporal'),
    path.join(homedir(), 'go', 'bin', 'temporal'),
  ],
): Promise<string | null> {
  for (const place of places) {
    const { code, output } = await run(place, ['--version']);
    if (code === 0 && output.startsWith('temporal version')) return place;
  }
  return null;
}

/** The SDK downloads its own development server where the network lets it. */
async function downloadWithSdk(): Promise<boolean> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  try {
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', downloadDir: BIN_DIR } },
    });
    await environment.teardown();
  } catch {
    return false;
  }
  const file = readdirSync(BIN_DIR).find((name) => name.startsWith('temporal-'));
  if (!file) return false;
  renameSync(path.join(BIN_DIR, file), path.join(BIN_DIR, 'temporal'));
  return true;
}

function buildWithGo(say: (line: string) => void): Promise<void> {
  const begun = Date.now();
  say('The download is not reachable: building Temporal with Go, once; this takes about four minutes …');
  const progress = setInterval(() => {
    say(`… still building Temporal (${Math.round((Date.now() - begun) / 1000)} s)`);
  }, 30_000);
  return new Promise((resolve, reject) => {
    const child = spawn('env', [`GOBIN=${BIN_DIR}`, 'go', 'install', GO_PACKAGE], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // Whoever gives up waiting does not leave it running.
    const end = () => void child.kill();
    process.once('exit', end);
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    });
    child.on('close', (code) => {
      process.off('exit', end);
      clearInterval(progress);
      const last = complaint.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve();
      else reject(new TemporalMissing(`Go could not build Temporal: ${last}`));
    });
  });
}
