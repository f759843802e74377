import type { DataSource } from 'typeorm';
import { recomputeRollups } from '../db/rollups/recompute';
import { refreshRollups } from '../db/rollups/refresh';
import { createDataSource } from '../db/source';
import { http } from '../scripts/http';
import type { Instance } from '../scripts/instance';
import type { Staff } from '../scripts/staff';
import { asksOf } from './dashboards/asks';
import { changeCases, fillYears } from './dashboards/fill';
import { withInstance } from './instance';
import { withoutWordIndexes } from './lists/word-indexes';
import { closedLoop, type Timing, timingOf } from './measure';

const CASES = Number(process.env.BENCH_CASES ?? 1_000_000);
const CHANGED = 1000;
const CONCURRENCY = 2;
const TIMES = 200;
export const TARGET_P95 = 300;

export interface DashboardsResult {
  cases: number;
  concurrency: number;
  dashboards: Record<string, Timing>;
  /** The list that a figure opens: its first page and its count. */
  behind: Record<string, Timing>;
  worstP95: number;
  targetP95: number;
  /** Everything from scratch, and of it the findings. */
  recomputeSeconds: number;
  findingsSeconds: number;
  /** After `changed` cases have changed, and when nothing has. */
  changed: number;
  refreshSeconds: number;
  quietRefreshSeconds: number;
  /** A quarter's days of all departments from PostgreSQL alone, in the same run. */
  bareRows: Timing;
  /** The slowest dashboard, p95, over that. */
  ratioToBare: number;
}

/** What oversight and management look at, over three years of a big city, over HTTP as the console asks for it. */
export const dashboards = (say: (line: string) => void): Promise<DashboardsResult> =>
  withInstance({ rateLimitFactor: 100_000, say }, async (instance) => {
    const db = await createDataSource(instance.config.databaseUrl, CONCURRENCY).initialize();
    try {
      await timed('cases made', say, () => withoutWordIndexes(db, () => fillYears(db, CASES)));
      return await measure(instance, db, say);
    } finally {
      await db.destroy();
    }
  });

/** The figures of an instance that is filled already. */
export async function measure(
  { baseUrl, signIn }: Pick<Instance, 'baseUrl' | 'signIn'>,
  db: DataSource,
  say: (line: string) => void,
): Promise<DashboardsResult> {
  const scratch = await fromScratch(db, say);
  await changeCases(db, CHANGED);
  const refreshSeconds = await timed(`refreshed after ${CHANGED} changes`, say, async () =>
    say(`computed anew: ${JSON.stringify(await refreshRollups(db))}`),
  );
  const quietRefreshSeconds = await timed('refreshed without a change', say, () => refreshRollups(db));
  const bareRows = await time((turn) => daysAlone(db, turn));
  const staff = await signIn('direzione');
  const asks = await asksOf(db);
  const measured = await askAll(baseUrl, staff, asks, say);
  const behind = await askAll(baseUrl, staff, await listsBehind(baseUrl, staff, asks), say);
  const worstP95 = Math.max(...Object.values(measured).map(({ p95 }) => p95));
  return {
    ...{ cases: CASES, concurrency: CONCURRENCY, dashboards: measured, behind, worstP95 },
    ...{ targetP95: TARGET_P95, ...scratch, changed: CHANGED, refreshSeconds, quietRefreshSeconds, bareRows },
    ratioToBare: Math.round((worstP95 / bareRows.p95) * 10) / 10,
  };
}

async function timed(
  what: string,
  say: (line: string) => void,
  work: () => Promise<unknown>,
): Promise<number> {
  const from = performance.now();
  await work();
  const seconds = Math.round((performance.now() - from) / 10) / 100;
  say(`${what}: ${seconds} s`);
  return seconds;
}

async function fromScratch(db: DataSource, say: (line: string) => void) {
  let figuresDone = 0;
  const from = performance.now();
  const recomputeSeconds = await timed('computed from scratch', say, () =>
    recomputeRollups(db, {
      onProgress({ what, done, of }) {
        if (what === 'review' && done === of) figuresDone = performance.now() - from;
        if (done === of) say(`${what}: ${of}`);
      },
    }),
  );
  return { recomputeSeconds, findingsSeconds: Math.round(recomputeSeconds - figuresDone / 1000) };
}

async function time(once: (turn: number) => Promise<void>): Promise<Timing> {
  // The first answers warm the caches, as the first person of the day does.
  await closedLoop({ concurrency: CONCURRENCY, seconds: 60, times: 8 }, once);
  return timingOf((await closedLoop({ concurrency: CONCURRENCY, seconds: 300, times: TIMES }, once)).times);
}

async function daysAlone(db: DataSource, turn: number): Promise<void> {
  await db.query(
    `SELECT * FROM rollup_day WHERE day >= now()::date - $1::int AND day < now()::date - $1::int + 92`,
    [92 * (1 + (turn % 11))],
  );
}

async function askAll(
  baseUrl: string,
  { headers }: Staff,
  asks: Record<string, string[]>,
  say: (line: string) => void,
): Promise<Record<string, Timing>> {
  const timings: Record<string, Timing> = {};
  for (const [name, paths] of Object.entries(asks)) {
    const timing = await time(async (turn) => {
      const path = paths[turn % paths.length] ?? '';
      const { status } = await http(`${baseUrl}/api/console${path}`, { headers });
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    });
    say(`${name.padEnd(34)} p50 ${timing.p50} ms, p95 ${timing.p95} ms`);
    timings[name] = timing;
  }
  return timings;
}

type Behind = Record<string, string | boolean | string[]>;

/** The lists of the first figures of some answers, by what they are the cases of. */
async function listsBehind(
  baseUrl: string,
  { headers }: Staff,
  asks: Record<string, string[]>,
): Promise<Record<string, string[]>> {
  const figures = {
    late: 'late',
    backlog: 'late',
    recurrences: 'recurrences',
    satisfaction: 'rated',
    reviews: 'overdue',
  };
  const lists: Record<string, string[]> = {};
  for (const [name, figure] of Object.entries(figures)) {
    const paths: string[] = [];
    for (const path of asks[name]!.slice(0, 20)) {
      const { body } = await http(`${baseUrl}/api/console${path}`, { headers });
      const answer = JSON.parse(body.toString()) as { total: Record<string, { cases: Behind }> };
      const filter = Object.entries(answer.total[figure]!.cases).flatMap(([key, value]) =>
        [value].flat().map((one): [string, string] => [key, String(one)]),
      );
      paths.push(`/cases?${new URLSearchParams([['_end', '50'], ...filter])}`);
      paths.push(`/cases/counts?${new URLSearchParams(filter)}`);
    }
    lists[`cases of ${name}, ${figure}`] = paths;
  }
  return lists;
}
