import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { findCandidates, type Sought } from '../db/geo/candidates';
import { createDataSource } from '../db/source';
import { http, json } from '../scripts/http';
import { withInstance } from './instance';
import { jsonReport } from './intake/reports';
import { fillCases } from './lists/fill';
import { withoutWordIndexes } from './lists/word-indexes';
import { closedLoop, type Timing, timingOf } from './measure';

const REPORTS = Number(process.env.BENCH_REPORTS ?? 1_000_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const CONCURRENCY = 2;
const ASKS = 1000;
const PER_SECOND = 20;
/** A product that has just started is slower: nothing is compiled or cached yet. */
const WARM_UP_SECONDS = 20;
export const TARGET_QUERY_P95 = 10;
export const TARGET_ATTACHED_P95 = 1000;

export interface CandidatesResult {
  reports: number;
  /** Of them wait for their repair: what a new report is held against. */
  waiting: number;
  /** Candidates that a question finds, on average. */
  found: number;
  waitingQuery: Timing;
  repairedQuery: Timing;
  targetQueryP95: number;
  /** Rows of the same places by the index alone, without words and ages, in the same run. */
  bareQuery: Timing;
  ratioToBare: number;
  attached: Timing & { perSecond: number; notAttached: number };
  targetAttachedP95: number;
  /** In the first seconds after a start. */
  attachedAfterStart: CandidatesResult['attached'];
}

/** Looking for the case of a report among a million, and how soon an accepted report has one. */
export const candidates = (say: (line: string) => void): Promise<CandidatesResult> =>
  withInstance({ rateLimitFactor: 1_000_000, say }, async ({ baseUrl, config }) => {
    const db = await createDataSource(config.databaseUrl, CONCURRENCY).initialize();
    try {
      const begun = Date.now();
      await withoutWordIndexes(db, () => fillCases(db, REPORTS));
      say(`${REPORTS} reports made in ${Math.round((Date.now() - begun) / 1000)} s`);
      const asked = await places(db);
      const waitingQuery = await time((turn) => findCandidates(db, 'waiting', asked[turn % asked.length]!));
      const repairedQuery = await time((turn) => findCandidates(db, 'repaired', asked[turn % asked.length]!));
      const bareQuery = await time((turn) => nearestRows(db, asked[turn % asked.length]!));
      say(
        `query p95 ${waitingQuery.p95} ms waiting, ${repairedQuery.p95} ms repaired, ${bareQuery.p95} ms bare`,
      );
      const fresh = await attachedAt(PER_SECOND, { db, baseUrl, from: 0, seconds: WARM_UP_SECONDS });
      const attached = await attachedAt(PER_SECOND, { db, baseUrl, from: 1_000_000, seconds: SECONDS });
      say(`accepted → attached at ${PER_SECOND}/s: p50 ${attached.p50} ms, p95 ${attached.p95} ms`);
      return {
        reports: REPORTS,
        waiting: await countWaiting(db),
        found: await foundOnAverage(db, asked.slice(0, 200)),
        ...{ waitingQuery, repairedQuery, targetQueryP95: TARGET_QUERY_P95, bareQuery },
        ratioToBare: Math.round((waitingQuery.p95 / bareQuery.p95) * 10) / 10,
        ...{ attached, targetAttachedP95: TARGET_ATTACHED_P95, attachedAfterStart: fresh },
      };
    } finally {
      await db.destroy();
    }
  });

async function time(ask: (turn: number) => Promise<unknown>): Promise<Timing> {
  const once = async (turn: number) => void (await ask(turn));
  await closedLoop({ concurrency: CONCURRENCY, seconds: 60, times: 50 }, once);
  return timingOf((await closedLoop({ concurrency: CONCURRENCY, seconds: 120, times: ASKS }, once)).times);
}

/** New reports close to old ones, with words like theirs: the most that there is to compare. */
async function places(db: DataSource): Promise<Sought[]> {
  const rows: { latitude: number; longitude: number; categoryId: string; text: string }[] = await db.query(
    `SELECT ST_Y(r.location) + 0.0001 AS latitude, ST_X(r.location) - 0.0001 AS longitude,
       r.category_id AS "categoryId", n.body AS text
     FROM report r TABLESAMPLE SYSTEM (1) JOIN note n ON n.id = r.note_id LIMIT ${ASKS}`,
  );
  return rows.map((row) => ({
    ...row,
    ...{ accuracy: 20, categoryRadius: 100, radius: 120, at: new Date() },
  }));
}

const nearestRows = (db: DataSource, { longitude, latitude }: Sought) =>
  db.query(
    `SELECT id, category_id, opened_at FROM cases
     WHERE kind = 'problem' AND status IN ('verifying','accepting','assigning','assigned','working')
     ORDER BY location <-> ST_SetSRID(ST_MakePoint($1, $2), 4326) LIMIT 40`,
    [longitude, latitude],
  );

async function countWaiting(db: DataSource): Promise<number> {
  const [{ count }] = await db.query(
    `SELECT count(*)::int AS count FROM cases WHERE status IN ('verifying','accepting','assigning','assigned','working')`,
  );
  return count;
}

async function foundOnAverage(db: DataSource, asked: Sought[]): Promise<number> {
  let found = 0;
  for (const sought of asked) found += (await findCandidates(db, 'waiting', sought)).length;
  return Math.round((found / asked.length) * 10) / 10;
}

/** So many reports a second, whatever becomes of the ones before; how long from the commit to the membership. */
async function attachedAt(
  perSecond: number,
  { db, baseUrl, from, seconds }: { db: DataSource; baseUrl: string; from: number; seconds: number },
): Promise<CandidatesResult['attached']> {
  const categories = await json<{ code: string }[]>(`${baseUrl}/api/v1/categories`);
  const begun = new Date();
  const sent: Promise<unknown>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const category = categories[turn % categories.length]?.code ?? '';
    const answered = http(`${baseUrl}/api/v1/reports`, jsonReport(from + turn, category)).then(
      ({ status }) => {
        if (status !== 201) throw new Error(`answered ${status}`);
      },
    );
    // A refusal is thrown where all are awaited, when the product can be stopped.
    answered.catch(() => {});
    sent.push(answered);
    await sleep(Math.max(0, begun.getTime() + ((turn + 1) * 1000) / perSecond - Date.now()));
  }
  await Promise.all(sent);
  const deadline = Date.now() + 60_000;
  for (;;) {
    const rows: { ms: number | null }[] = await db.query(
      `SELECT extract(epoch FROM m.attached_at - r.received_at)::float8 * 1000 AS ms
       FROM report r LEFT JOIN membership m ON m.report_id = r.id WHERE r.received_at >= $1`,
      [begun],
    );
    const times = rows.flatMap(({ ms }) => ms ?? []);
    const notAttached = rows.length - times.length;
    if (notAttached === 0 || Date.now() > deadline) return { ...timingOf(times), perSecond, notAttached };
    await sleep(500);
  }
}
