import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const END_MS = 10_000;

/** Remembers the started processes, so that those outliving a killed launcher can be ended by the next. */
export class Survivors {
  private readonly file: string;
  private known: { pid: number; mark: string }[] = [];

  constructor(dataDir: string) {
    this.file = path.join(dataDir, 'processes.json');
  }

  /** @param mark a part of the process's command line that no foreign process has */
  add(pid: number, mark: string): void {
    this.known = [...this.known.filter((process) => isOurs(process)), { pid, mark }];
    writeFileSync(this.file, JSON.stringify(this.known), { mode: 0o600 });
  }

  forget(): void {
    this.known = [];
    rmSync(this.file, { force: true });
  }

  /** Ends what the last launcher left running; returns how many there were. */
  async end(): Promise<number> {
    if (!existsSync(this.file)) return 0;
    const left = (JSON.parse(readFileSync(this.file, 'utf8')) as typeof this.known).filter(isOurs);
    for (const { pid } of left) kill(pid, 'SIGTERM');
    const deadline = Date.now() + END_MS;
    while (left.some(isOurs) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    for (const { pid } of left.filter(isOurs)) kill(pid, 'SIGKILL');
    this.forget();
    return left.length;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself in between.
  }
}

/** A process id alone proves nothing: the system gives it to another program one day. */
function isOurs({ pid, mark }: { pid: number; mark: string }): boolean {
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self/cmdline')) {
    return existsSync(proc) && readFileSync(proc, 'utf8').replaceAll('\0', ' ').includes(mark);
  }
  return (
    spawnSync('ps', ['-o', 'command=', '-p', String(pid)])
      .stdout?.toString()
      .includes(mark) ?? false
  );
}
