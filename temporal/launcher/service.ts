import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './errors';

export interface ServiceOptions {
  /** Name in the logs and for people. */
  name: string;
  /** The compiled program; it sends the message 'ready' and ends cleanly on SIGTERM. */
  program: string;
  env: NodeJS.ProcessEnv;
  logDir: string;
  /** Told what the person should know: an unexpected end, a new start. */
  news(line: string): void;
  /** Told the process id of each start. */
  started(pid: number): void;
}

export interface Service {
  name: string;
  /** Ends it for good; resolves when it is gone. */
  stop(): Promise<void>;
}

const READY_MS = 60_000;
const STOP_MS = 10_000;
const STEADY_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
const LOG_BYTES = 20 * 1024 * 1024;

/**
 * Starts a program and keeps it running: when it crashes it starts again, after a pause that
 * doubles from one second to thirty. Resolves at the first 'ready'; throws when there is none.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, news } = options;
  const logFile = rotated(path.join(options.logDir, `${name}.log`));
  let child: ChildProcess | undefined;
  let pause: NodeJS.Timeout | undefined;
  let stopping = false;
  let crashes = 0;
  let everReady = false;

  const launch = (): ChildProcess => {
    const begun = Date.now();
    const log = openSync(logFile, 'a', 0o600);
    const program = fork(options.program, [], {
      env: options.env,
      stdio: ['ignore', log, log, 'ipc'],
      // Ctrl-C reaches the launcher only, which ends the programs in their order.
      detached: true,
    });
    closeSync(log);
    if (program.pid) options.started(program.pid);
    program.once('exit', (code, signal) => {
      if (stopping || !everReady) return;
      crashes = Date.now() - begun > STEADY_MS ? 0 : crashes;
      const wait = Math.min(1000 * 2 ** crashes++, LONGEST_PAUSE_MS);
      news(
        `The ${name} ended unexpectedly (${signal ?? `exit code ${code}`}) and starts again in ${wait / 1000} s; its log is ${logFile}.`,
      );
      pause = setTimeout(() => {
        child = launch();
      }, wait);
    });
    return program;
  };

  const stop = async () => {
    stopping = true;
    clearTimeout(pause);
    if (child) await end(child);
  };

  child = launch();
  try {
    await firstReady(child, name, logFile);
    everReady = true;
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, stop };
}

function firstReady(child: ChildProcess, name: string, logFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new StartError(`The ${name} did not start; its reasons are in ${logFile}.`));
    const patience = setTimeout(fail, READY_MS);
    child.once('exit', () => {
      clearTimeout(patience);
      fail();
    });
    child.on('message', (message) => {
      if (message !== 'ready') return;
      clearTimeout(patience);
      resolve();
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Puts a log that has grown large aside, replacing the one before it. */
function rotated(file: string): string {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  return file;
}
