import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, loadConfig } from '../temporal/config';
import { freePort } from '../temporal/ports';
import { Staff } from './staff';

export interface InstanceOptions {
  /** Folder of everything that this instance keeps; made when missing. */
  dataDir: string;
  /** Another municipality than the demonstration one. */
  definitionFile?: string;
  speed?: number;
  /** Lifts the limits on what one address may send. */
  rateLimitFactor?: number;
  /** The mail server; without it messages are kept. */
  smtpUrl?: string;
  /** Hears what the launcher says. */
  say?: (line: string) => void;
}

/** The whole product with servers of its own, started as a newcomer starts it. */
export interface Instance {
  baseUrl: string;
  config: Config;
  /** Signs the first person with this address' mailbox in: `admin`, `coordinamento.roads`. */
  signIn(mailbox: string): Promise<Staff>;
  /** E-mail and first password by mailbox. */
  credentials: Map<string, { email: string; password: string }>;
  /** Process id of `worker`, `api` or `deliveries` at this moment. */
  pidOf(program: keyof typeof programs): number;
  /** Ends it cleanly. */
  stop(): Promise<void>;
}

const START_MS = 10 * 60_000;

/** @throws Error with the launcher's own sentence when it does not start */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { dataDir, speed = 1, rateLimitFactor = 1, definitionFile, smtpUrl, say = () => {} } = options;
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const given = definitionFile ? ['--municipality', definitionFile] : [];
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts', 'start.mjs'), '--yes', ...given], {
    cwd: ROOT,
    // Ctrl-C is for whoever started this: the instance ends by `stop`.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutSettings(process.env),
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      SLA_SPEED: String(speed),
      RATE_LIMIT_FACTOR: String(rateLimitFactor),
      ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    },
  });
  const lines = listen(child, say);
  const running = path.join(dataDir, 'running.json');
  const deadline = Date.now() + START_MS;
  while (!existsSync(running)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await end(child);
      throw new Error(`The product did not start: ${lines.slice(-3).join(' ')}`);
    }
    await sleep(100);
  }
  const config = loadConfig(JSON.parse(readFileSync(running, 'utf8')) as NodeJS.ProcessEnv);
  const credentials = readCredentials(dataDir);
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    baseUrl,
    config,
    credentials,
    signIn(mailbox) {
      const found = credentials.get(mailbox);
      if (!found) throw new Error(`Nobody has the mailbox ${mailbox}.`);
      return Staff.signIn(baseUrl, found.email, found.password);
    },
    pidOf: (program) => pidOf(dataDir, program),
    stop: () => end(child),
  };
}

/** The instance shares nothing with a product that may run beside it, whose settings may be around. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign =
    /^(DATABASE_URL|TEMPORAL_\w+|APP_SECRET|SESSION_SECRET|AUDIT_KEY_FILE|SMTP_URL|MAIL_FROM|BIND|REDIS_URL)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/** The folder of the checkout, from sources and from what is compiled of them. */
export const ROOT = rootOf(__dirname);

function rootOf(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : rootOf(path.dirname(folder));
}

function listen(child: ChildProcess, say: (line: string) => void): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n').filter(Boolean)) {
        lines.push(line.trim());
        say(line);
      }
    });
  }
  return lines;
}

/** The launcher stops everything in its order, which takes a while. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await gone;
}

function readCredentials(dataDir: string): Instance['credentials'] {
  const text = readFileSync(path.join(dataDir, 'first-start-credentials.txt'), 'utf8');
  const people = text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t') as [string, string, string]);
  return new Map(people.map(([, email, password]) => [email.split('@')[0] as string, { email, password }]));
}

const programs = {
  worker: 'temporal/worker-main.js',
  deliveries: 'deliveries/main.js',
  api: 'api/main.js',
} as const;

function pidOf(dataDir: string, program: keyof typeof programs): number {
  const processes = JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8')) as {
    pid: number;
    mark: string;
  }[];
  const found = processes.findLast(({ mark }) => mark.endsWith(programs[program]));
  if (!found) throw new Error(`No ${program} runs.`);
  return found.pid;
}
