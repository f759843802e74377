import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The scripts that take a data folder for themselves. */
const HOLDERS = ['start.mjs', 'run.mjs'];

/** Why a data folder cannot be used, in one sentence. */
export class Refused extends Error {}

/** Whether the product runs on `dataDir`. */
export function isRunning(dataDir) {
  return holder(dataDir)?.script === 'start.mjs';
}

/** Takes `dataDir` for this process alone until it ends; throws Refused when it cannot be had. */
export function lock(dataDir) {
  for (;;) {
    if (claim(dataDir)) {
      process.once('exit', () => rmSync(lockFile(dataDir), { force: true }));
      return;
    }
    const other = holder(dataDir);
    if (other?.script === 'start.mjs') {
      throw new Refused(`BeneComune already runs on ${dataDir} (process ${other.pid}).`);
    }
    if (other) throw new Refused(`A backup or restore is using ${dataDir} (process ${other.pid}).`);
    // Left behind by a process that was killed.
    rmSync(lockFile(dataDir), { force: true });
  }
}

/** False when the lock file is there already. */
function claim(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(lockFile(dataDir), String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST' && existsSync(lockFile(dataDir))) return false;
    throw new Refused(
      `The data folder ${dataDir} cannot be written to (${error.code}): choose another with --data or DATA_DIR.`,
    );
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
