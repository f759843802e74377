import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The scripts that take a data folder for themselves. */
const HOLDERS = ['start.mjs', 'run.mjs'];

/** One process at a time works on a data folder. */
export class Busy extends Error {}

/** Whether the product runs on `dataDir`. */
export function isRunning(dataDir) {
  return holder(dataDir)?.script === 'start.mjs';
}

/** Takes `dataDir` until this process ends; throws Busy with one sentence when another has it. */
export function lock(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile(dataDir), String(process.pid), { flag: 'wx' });
      process.once('exit', () => rmSync(lockFile(dataDir), { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const other = holder(dataDir);
    if (other?.script === 'start.mjs') {
      throw new Busy(`BeneComune already runs on ${dataDir} (process ${other.pid}).`);
    }
    if (other) throw new Busy(`A backup or restore is using ${dataDir} (process ${other.pid}).`);
    // Left behind by a process that was killed.
    rmSync(lockFile(dataDir), { force: true });
  }
}

const lockFile = (dataDir) => path.join(dataDir, 'benecomune.lock');

function holder(dataDir) {
  if (!existsSync(lockFile(dataDir))) return null;
  const pid = Number(readFileSync(lockFile(dataDir), 'utf8'));
  const running = commandLine(pid);
  const script = HOLDERS.find((name) => running.includes(name));
  return script && pid !== process.pid ? { pid, script } : null;
}

/** Proves that a process id still belongs to whom it did; the system gives it to others one day. */
function commandLine(pid) {
  if (existsSync('/proc/self/cmdline')) {
    const file = `/proc/${pid}/cmdline`;
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
  return String(spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout ?? '');
}
