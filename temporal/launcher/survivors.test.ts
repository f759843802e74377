import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Survivors } from './survivors';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'benecomune-survivors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function sleeper(mark: string) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', mark]);
  const gone = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => resolve(signal));
  });
  return { child, pid: child.pid as number, gone };
}

test('the next launcher ends what a killed one left running', async () => {
  const left = sleeper('left-behind');
  new Survivors(folder).add(left.pid, 'left-behind');
  expect(await new Survivors(folder).end()).toBe(1);
  expect(await left.gone).toBe('SIGTERM');
  expect(await new Survivors(folder).end()).toBe(0);
});

test('a process id that now belongs to another program is left alone', async () => {
  const other = sleeper('somebody-else');
  new Survivors(folder).add(other.pid, 'our-own-mark');
  expect(await new Survivors(folder).end()).toBe(0);
  expect(other.child.exitCode).toBeNull();
  other.child.kill();
  await other.gone;
});
