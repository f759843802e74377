import type { DataSource } from 'typeorm';
import { createDataSource } from '../db/source';
import { http } from '../scripts/http';
import type { Staff } from '../scripts/staff';
import { withInstance } from './instance';
import { coordinatorAsks, operatorAsks } from './lists/asks';
import { fillCases } from './lists/fill';
import { closedLoop, type Timing, timingOf } from './measure';

const CASES = Number(process.env.BENCH_CASES ?? 100_000);
const CONCURRENCY = 4;
const TIMES = 60;
/** A tenth of what the open-source peer takes for its list, p95 in milliseconds. */
export const TARGET_P95 = 100;

export interface ListsResult {
  cases: number;
  concurrency: number;
  operator: Record<string, Timing>;
  coordinator: Record<string, Timing>;
  /** The slowest kind of request. */
  worstP95: number;
  targetP95: number;
  /** The same page of rows from PostgreSQL alone, in the same run. */
  barePage: Timing;
  /** The inbox's first page over HTTP, p95, over that. */
  ratioToBare: number;
}

/** Pages of 50 of an inbox with a hundred thousand cases, over HTTP as the console asks for them. */
export const lists = (say: (line: string) => void): Promise<ListsResult> =>
  withInstance({ rateLimitFactor: 100_000, say }, async (instance) => {
    const db = await createDataSource(instance.config.databaseUrl, CONCURRENCY).initialize();
    const begun = Date.now();
    await fillCases(db, CASES);
    say(`${CASES} cases made in ${Math.round((Date.now() - begun) / 1000)} s`);
    const [busiest] = await db.query(
      `SELECT c.department_id AS "departmentId", d.code, (array_agg(c.category_id))[1] AS "categoryId"
       FROM cases c JOIN department d ON d.id = c.department_id
       GROUP BY c.department_id, d.code ORDER BY count(*) DESC LIMIT 1`,
    );
    const barePage = await pagesOf(db);
    await db.destroy();
    const operator = await instance.signIn('sportello');
    const coordinator = await instance.signIn(`coordinamento.${busiest.code}`);
    const result = {
      operator: await askAll(instance.baseUrl, operator, operatorAsks(busiest), say),
      coordinator: await askAll(instance.baseUrl, coordinator, coordinatorAsks(), say),
    };
    const all = [...Object.values(result.operator), ...Object.values(result.coordinator)];
    const worstP95 = Math.max(...all.map(({ p95 }) => p95));
    const ratioToBare = Math.round((result.operator['by deadline']!.p95 / barePage.p95) * 10) / 10;
    return {
      ...{ cases: CASES, concurrency: CONCURRENCY, ...result },
      ...{ worstP95, targetP95: TARGET_P95, barePage, ratioToBare },
    };
  });

/** Fifty whole rows in the order of the inbox, asked in the same number at once. */
async function pagesOf(db: DataSource): Promise<Timing> {
  const ask = () => db.query('SELECT * FROM cases ORDER BY due_at, priority DESC, id LIMIT 50');
  await closedLoop({ concurrency: CONCURRENCY, seconds: 60, times: 8 }, ask);
  return timingOf((await closedLoop({ concurrency: CONCURRENCY, seconds: 60, times: TIMES }, ask)).times);
}

async function askAll(
  baseUrl: string,
  { headers }: Staff,
  asks: Record<string, string>,
  say: (line: string) => void,
): Promise<Record<string, Timing>> {
  const timings: Record<string, Timing> = {};
  for (const [name, path] of Object.entries(asks)) {
    const ask = async () => {
      const { status } = await http(`${baseUrl}/api/console${path}`, { headers });
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    };
    // The first answers warm the caches, as the first person of the day does.
    await closedLoop({ concurrency: CONCURRENCY, seconds: 60, times: 8 }, ask);
    const loop = await closedLoop({ concurrency: CONCURRENCY, seconds: 60, times: TIMES }, ask);
    timings[name] = timingOf(loop.times);
    say(`${name.padEnd(28)} p50 ${timings[name].p50} ms, p95 ${timings[name].p95} ms`);
  }
  return timings;
}
