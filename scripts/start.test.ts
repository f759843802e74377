import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../db/cluster/command';

const START = path.join(__dirname, 'start.mjs');
const BACKUP = path.join(__dirname, 'run.mjs');

let folder: string;
let other: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'benecomune-start-'));
});
afterEach(() => {
  other?.kill();
  rmSync(folder, { recursive: true });
});

/** What a start prints and answers that is refused before it begins. */
async function refused(...args: string[]): Promise<string> {
  const { code, output } = await run(process.execPath, [START, ...args]);
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  return output.trim();
}

/** Makes it seem that a process with this script's name has the data folder. */
async function occupy(script: string): Promise<number> {
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', script]);
  await new Promise((resolve) => other?.once('spawn', resolve));
  writeFileSync(path.join(folder, 'benecomune.lock'), String(other.pid));
  return other.pid ?? 0;
}

test('an option that does not exist is told with those that do', async () => {
  const said = await refused('--sped', '10');
  expect(said).toContain("Unknown option '--sped'.");
  expect(said).toContain('--speed N');
});

test('a municipality that is not there is told', async () => {
  const file = path.join(folder, 'nowhere.json');
  expect(await refused('--data', folder, '--municipality', file)).toBe(`There is no file ${file}.`);
});

test('a data folder that cannot be written to is told', async () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(await refused('--data', path.join(file, 'data'))).toMatch(
    /^The data folder .*file\/data cannot be written to \(ENOTDIR\): choose another/,
  );
});

test('two starts do not share a data folder', async () => {
  const pid = await occupy('start.mjs');
  expect(await refused('--data', folder)).toBe(`BeneComune already runs on ${folder} (process ${pid}).`);
});

test('nobody starts while a backup is being made, and nobody restores while the product runs', async () => {
  const pid = await occupy('run.mjs');
  expect(await refused('--data', folder)).toContain(
    `A backup or restore is using ${folder} (process ${pid})`,
  );
  other?.kill();
  await occupy('start.mjs');
  writeFileSync(path.join(folder, 'running.json'), '{}');
  const { code, output } = await run('env', [`DATA_DIR=${folder}`, process.execPath, BACKUP, 'restore', 'x']);
  expect(code).toBe(1);
  expect(output).toContain(`The product is running on ${folder}: stop it first.`);
});

test('help takes nothing', async () => {
  const { code, output } = await run(process.execPath, [START, '--help', '--data', folder]);
  expect(code).toBe(0);
  expect(output).toContain('--municipality FILE');
  expect(existsSync(path.join(folder, 'benecomune.lock'))).toBe(false);
});
