import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { TemporalMissing } from './cli';
import { ensureNamespace, reachable } from './namespace';
import { standBack } from './stand-back';

export interface DevServerOptions {
  /** The `temporal` command. */
  executable: string;
  port: number;
  /** Unset: no web interface. */
  uiPort?: number;
  /** Unset: everything is forgotten when the server stops. */
  dbFile?: string;
  logFile: string;
  namespace: string;
}

export interface DevServer {
  /** host:port for clients. */
  address: string;
  pid: number;
  /** Resolves when the process is gone, wanted or not. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

const START_MS = 60_000;
const STOP_MS = 8000;

/**
 * Starts `temporal server start-dev` and returns when its namespace takes calls. The process
 * belongs to a session of its own, so that Ctrl-C in the terminal leaves its end to the caller.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const address = `127.0.0.1:${options.port}`;
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.executable, serverArguments(options), {
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  if (child.pid) standBack(child.pid);
  // Whoever waits for nothing else may end: a test run stops the server by its process id.
  child.unref();
  let running = true;
  const exited = new Promise<void>((resolve) => {
    const gone = () => {
      running = false;
      resolve();
    };
    child.once('exit', gone);
    child.once('error', gone);
  });
  const stop = async () => {
    if (!running) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(force);
  };
  const deadline = Date.now() + START_MS;
  while (running && Date.now() < deadline && !(await reachable(address))) {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  if (!running || Date.now() >= deadline) {
    await stop();
    throw new TemporalMissing(
      `Temporal did not start on port ${options.port}; its reasons are in ${options.logFile}.`,
    );
  }
  await ensureNamespace(address, options.namespace);
  return { address, pid: child.pid ?? 0, exited, stop };
}

function serverArguments(options: DevServerOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port)],
    ...['--namespace', options.namespace, '--log-level', 'error'],
    ...['--dynamic-config-value', 'matching.useNewMatcher=true'],
    ...(options.uiPort ? ['--ui-port', String(options.uiPort)] : ['--headless']),
    ...(options.dbFile ? ['--db-filename', options.dbFile, ...writeAhead] : []),
  ];
}

/** Three times the starts of SQLite's own journal, and each still on the disk before it is answered. */
const writeAhead = ['journal_mode=wal', 'synchronous=full'].flatMap((value) => ['--sqlite-pragma', value]);
