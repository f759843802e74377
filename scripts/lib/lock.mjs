import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const lockFile = (dataDir) => path.join(dataDir, 'benecomune.lock');

/** Process id of the product that runs on `dataDir`, or null. */
export function runningOn(dataDir) {
  if (!existsSync(lockFile(dataDir))) return null;
  const pid = Number(readFileSync(lockFile(dataDir), 'utf8'));
  return commandLine(pid).includes('start.mjs') ? pid : null;
}

/** Takes `dataDir` for this process; answers the process id of the one that has it, or null when taken. */
export function lock(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile(dataDir), String(process.pid), { flag: 'wx' });
      process.once('exit', () => rmSync(lockFile(dataDir), { force: true }));
      return null;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const other = runningOn(dataDir);
      if (other) return other;
      // Left behind by a process that was killed.
      rmSync(lockFile(dataDir), { force: true });
    }
  }
}

function commandLine(pid) {
  if (existsSync('/proc/self/cmdline')) {
    const file = `/proc/${pid}/cmdline`;
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
  return String(spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout ?? '');
}
