import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Instance } from '../../domain/rounds/instance';

const run = promisify(execFile);
/** Outlives the measurement, so that the next one need not install again. */
const VENV = path.join(tmpdir(), 'benecomune-pyvrp');
const HERE = path.join('bench', 'rounds');

/** A round as PyVRP found it: priorities served, seconds from the start until the crew is back. */
export interface Theirs {
  served: number;
  back: number;
  stops: number;
}

/**
 * Installs PyVRP into a virtual environment of its own.
 * @returns its Python
 * @throws Error where there is no Python with `venv`, or the package cannot be installed
 */
export async function installPyvrp(): Promise<string> {
  const python = path.join(VENV, 'bin', 'python');
  if (!existsSync(python)) await run('python3', ['-m', 'venv', VENV]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '-r', path.join(HERE, 'requirements.txt')]);
  return python;
}

/**
 * The same round by PyVRP: `worth` is how many seconds of the crew's day one point of priority outweighs. Above the
 * length of the shift it is our own goal: priority first, then the earlier return.
 */
export async function askPyvrp(
  python: string,
  { size, travel, service, opens, closes, value, horizon }: Instance,
  { worth, seconds }: { worth: number; seconds: number },
): Promise<Theirs> {
  const rows = Array.from({ length: size }, (_, row) => [...travel.subarray(row * size, (row + 1) * size)]);
  const stops = rows.slice(1).map((_, index) => ({
    service: service[index + 1]!,
    opens: opens[index + 1]!,
    closes: Math.min(horizon, closes[index + 1]!),
    value: value[index + 1]!,
  }));
  const child = spawn(python, [path.join(HERE, 'solve.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ travel: rows, stops, horizon, worth, seconds }));
  let answer = '';
  for await (const chunk of child.stdout) answer += chunk;
  return JSON.parse(answer);
}
