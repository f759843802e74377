import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartError } from './errors';
import { type Service, startService } from './service';

let folder: string;
let service: Service | undefined;
const news: string[] = [];
const pids: number[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'benecomune-service-'));
  news.length = 0;
  pids.length = 0;
});
afterEach(async () => {
  await service?.stop();
  service = undefined;
  rmSync(folder, { recursive: true });
});

async function start(source: string): Promise<Service> {
  const program = path.join(folder, 'program.js');
  writeFileSync(program, source);
  service = await startService({
    name: 'program',
    program,
    env: { ...process.env, GREETING: 'buongiorno' },
    logDir: folder,
    news: (line) => news.push(line),
    started: (pid) => pids.push(pid),
  });
  return service;
}

const log = () => readFileSync(path.join(folder, 'program.log'), 'utf8');

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('waits for ready, hands the environment on, logs, and ends it cleanly', async () => {
  const { stop } = await start(`
    console.log(process.env.GREETING);
    process.on('SIGTERM', () => { console.log('arrivederci'); process.exit(0); });
    setTimeout(() => process.send('ready'), 200);
    setInterval(() => {}, 1000);
  `);
  expect(alive(pids[0] as number)).toBe(true);
  await stop();
  expect(log()).toBe('buongiorno\narrivederci\n');
  expect(alive(pids[0] as number)).toBe(false);
  expect(news).toEqual([]);
});

test('a program that never gets ready is one sentence that names its log', async () => {
  const failing = start('console.log("no database"); process.exit(3);');
  await expect(failing).rejects.toThrow(StartError);
  await expect(failing).rejects.toThrow(/^The program did not start; its reasons are in .*program\.log\.$/);
  expect(pids).toHaveLength(1);
});

test('what crashes starts again and is told', async () => {
  await start(`
    const fs = require('fs');
    const second = fs.existsSync(__filename + '.once');
    fs.writeFileSync(__filename + '.once', '');
    process.send('ready');
    if (!second) setTimeout(() => process.exit(7), 100);
    setInterval(() => {}, 1000);
  `);
  await until(() => pids.length === 2);
  expect(news).toHaveLength(1);
  expect(news[0]).toContain('ended unexpectedly (exit code 7) and starts again in 1 s');
  expect(alive(pids[1] as number)).toBe(true);
});

test('a stop while it waits to start again leaves nothing behind', async () => {
  const { stop } = await start("process.send('ready'); setTimeout(() => process.exit(1), 50);");
  await until(() => news.length === 1);
  await stop();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(pids).toHaveLength(1);
});
