import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource } from '../db/source';
import { connectTemporal } from '../temporal/client';
import { closeHttp } from './http';
import { type Instance, startInstance } from './instance';
import { assemble, silencePolicies } from './replay-city/cast';
import { wreak } from './replay-city/chaos';
import { municipalityOf } from './replay-city/municipality';
import { observe } from './replay-city/observe';
import { HELP, type Options, readOptions } from './replay-city/options';
import { Play } from './replay-city/play';
import { showProgress } from './replay-city/progress';
import { type Reconciliation, reconcile } from './replay-city/reconcile';
import { readRows } from './replay-city/rows';
import { storiesOf } from './replay-city/stories';
import { summary } from './replay-city/summary';
import { endOnWall, timelineOf } from './replay-city/timeline';

/** Before the first request, so that nobody is late at the start. */
const HEAD_START_MS = 2000;
/** How long what is under way at the end may take. */
const PATIENCE_MS = 180_000;

const say = (line: string) => console.log(line);

/** Lives a city's requests again and compares; the exit code says whether everything reconciles. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    say(HELP);
    return 0;
  }
  const rows = readRows(options.file, options.reports);
  const { definition, codes } = municipalityOf(rows);
  const folder = mkdtempSync(path.join(tmpdir(), 'benecomune-replay-'));
  // PostgreSQL may run as another user, which passes through here.
  chmodSync(folder, 0o755);
  const definitionFile = path.join(folder, 'municipality.json');
  writeFileSync(definitionFile, JSON.stringify(definition));
  say(`${rows.length} requests of ${definition.departments.length} departments, lived again in ${folder}`);
  let instance: Instance | undefined;
  const stop = async () => {
    await instance?.stop();
    if (options.keep) say(`The data are kept in ${folder}.`);
    else rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(130)));
  }
  try {
    instance = await startInstance({
      dataDir: path.join(folder, 'data'),
      definitionFile,
      speed: options.speed,
      rateLimitFactor: 100_000,
      // Its steps and what goes wrong; its passwords are nobody's business.
      say: (line) => /: ready|unexpected/.test(line) && say(line),
    });
    const result = await replay(instance, rows, codes, options);
    say(summary(result));
    say(JSON.stringify({ reconciled: result.problems.length === 0, ...options, ...result }));
    return result.problems.length === 0 ? 0 : 1;
  } finally {
    closeHttp();
    await stop();
  }
}

async function replay(
  instance: Instance,
  rows: ReturnType<typeof readRows>,
  codes: ReturnType<typeof municipalityOf>['codes'],
  { days, speed, chaos }: Options,
): Promise<Reconciliation & { seconds: number; workerDeaths: number }> {
  const cast = await assemble(instance);
  await silencePolicies(cast.admin);
  const begunAt = Date.now() + HEAD_START_MS;
  const timeline = timelineOf(rows[0]!.openedAt, days, speed, begunAt);
  const stories = storiesOf(rows, timeline);
  const play = new Play(instance.baseUrl, cast, codes);
  const progress = showProgress(play.played, stories, timeline);
  const wreck = chaos ? wreak(instance, timeline, progress.say) : null;
  try {
    await play.run(stories);
    await sleep(Math.max(0, endOnWall(timeline) - Date.now()));
  } finally {
    wreck?.stop();
    progress.stop();
  }
  const db = await createDataSource(instance.config.databaseUrl, 2).initialize();
  const temporal = connectTemporal(instance.config);
  try {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const result = reconcile(stories, timeline, await observe({ db, temporal }, play.played));
      // What is still under way gets the time that it needs; what is wrong stays wrong.
      if (result.problems.length === 0 || Date.now() > until) {
        const seconds = Math.round((Date.now() - begunAt) / 1000);
        return { seconds, workerDeaths: wreck?.deaths() ?? 0, ...result };
      }
      await sleep(2000);
    }
  } finally {
    await temporal.connection.close();
    await db.destroy();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
