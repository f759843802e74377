import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this process can install Debian's or Ubuntu's packages, as root or by asking for sudo. */
export function canInstall(): boolean {
  return existsSync('/usr/bin/apt-get') && (isRoot() || Boolean(process.stdin.isTTY));
}

/** `apt-get ARGS`, told before it runs; rejects with what apt wrote last. */
export function aptGet(args: readonly string[], say: (line: string) => void): Promise<void> {
  const command = [...(isRoot() ? [] : ['sudo']), 'apt-get', '-q', '-y', ...args];
  const line = command.join(' ');
  say(`Running ${line} …`);
  return new Promise((resolve, reject) => {
    const child = spawn('env', ['DEBIAN_FRONTEND=noninteractive', ...command], {
      stdio: ['inherit', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const last = complaint.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve();
      else reject(new Error(`"${line}" failed: ${last || `exit code ${code}`}`));
    });
  });
}

const isRoot = () => process.getuid?.() === 0;
