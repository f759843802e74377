import { spawn } from 'node:child_process';

/** The user a command runs as; undefined: this process's own. */
export interface Owner {
  uid: number;
  gid: number;
}

export interface Outcome {
  code: number;
  /** stdout and stderr, in the order they came. */
  output: string;
}

/** Runs a command to its end; a command that cannot be found or executed has code 127. */
export function run(command: string, args: readonly string[], owner?: Owner): Promise<Outcome> {
  return new Promise((resolve) => {
    // The working directory of the caller may be closed to another user.
    const child = spawn(command, args, {
      ...owner,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
