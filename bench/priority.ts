import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { weighAll, weighCases } from '../activities/priority';
import { startCluster } from '../db/cluster';
import { seed } from '../db/seed';
import { createDataSource } from '../db/source';
import { closedLoop, type Timing, timingOf } from './measure';
import { fillOpenCases } from './priority/fill';

const CASES = Number(process.env.BENCH_CASES ?? 110_000);
const PLACES = 500;
const DAY = 24 * 3_600_000;

/** Seconds of one sweep over all open cases, and how many it changed. */
interface Sweep {
  seconds: number;
  changed: number;
}

export interface PriorityResult {
  open: number;
  reports: number;
  places: number;
  /** After an upgrade: every case is weighed for the first time. */
  first: Sweep;
  /** What the schedule does every ten minutes. */
  tenMinutesLater: Sweep;
  /** The middle one of three. */
  nothingChanged: Sweep;
  aDayLater: Sweep;
  /** Half of the places are gone: lines in many timelines. */
  afterAnotherLayer: Sweep;
  /** Weighing one case in the transaction that projects it, milliseconds. */
  oneCase: Timing;
}

/** What it costs to keep the priority of a hundred thousand open cases, in a database of its own. */
export async function priority(say: (line: string) => void): Promise<PriorityResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'benecomune-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ dir: path.join(folder, 'postgres') });
  const db = await createDataSource(cluster.url, 4).initialize();
  try {
    await db.runMigrations();
    await seed(db);
    await fillOpenCases(db, CASES, PLACES);
    return await measure(db, say);
  } finally {
    await db.destroy();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(db: DataSource, say: (line: string) => void): Promise<PriorityResult> {
  const [{ open, reports }] = await db.query(
    `SELECT (SELECT count(*)::int FROM cases WHERE status NOT IN ('closed','rejected','answered')) AS open,
            (SELECT count(*)::int FROM report) AS reports`,
  );
  say(`${open} open cases with ${reports} reports and ${PLACES} places`);
  const began = Date.now();
  const sweep = async (what: string, after: number): Promise<Sweep> => {
    const from = performance.now();
    const changed = await weighAll(db, { slaSpeed: 1, now: new Date(began + after) });
    const seconds = Math.round((performance.now() - from) / 100) / 10;
    say(`${what.padEnd(24)} ${seconds} s, ${changed} changed`);
    return { seconds, changed };
  };
  const first = await sweep('first', 0);
  const tenMinutesLater = await sweep('ten minutes later', 600_000);
  const quiet: Sweep[] = [];
  for (let times = 0; times < 3; times++) quiet.push(await sweep('nothing changed', 600_000));
  const nothingChanged = quiet.sort((a, b) => a.seconds - b.seconds)[1]!;
  const aDayLater = await sweep('a day later', DAY);
  await db.query(
    `DELETE FROM exposure_place WHERE name LIKE '%5' OR name LIKE '%0' OR name LIKE '%2' OR name LIKE '%7' OR name LIKE '%4'`,
  );
  const afterAnotherLayer = await sweep('after another layer', DAY);
  const oneCase = await weighOne(db);
  say(`one case                 p50 ${oneCase.p50} ms, p95 ${oneCase.p95} ms`);
  return {
    open,
    reports,
    places: PLACES,
    first,
    tenMinutesLater,
    nothingChanged,
    aDayLater,
    afterAnotherLayer,
    oneCase,
  };
}

async function weighOne(db: DataSource): Promise<Timing> {
  const rows: { id: string }[] = await db.query(
    `SELECT id FROM cases WHERE status NOT IN ('closed','rejected','answered') ORDER BY id LIMIT 500`,
  );
  const { times } = await closedLoop({ concurrency: 1, seconds: 60, times: rows.length }, async (turn) => {
    await db.transaction((tx) =>
      weighCases(tx, [rows[turn]!.id], { slaSpeed: 1, now: new Date(Date.now() + 2 * DAY) }),
    );
  });
  return timingOf(times);
}
