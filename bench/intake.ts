import { createDataSource } from '../db/source';
import { type Ask, http } from '../scripts/http';
import { connectTemporal } from '../temporal/client';
import { withInstance } from './instance';
import { bareStarts, commitRows, startLatency } from './intake/bare';
import { drawPhoto, jsonReport, photoReport } from './intake/reports';
import { closedLoop, type Loop, plainCategories, type Timing, timingOf } from './measure';

const CONCURRENCY = 8;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
/** Ten times what the open-source peer accepts in a second on two such cores. */
export const TARGET_PER_SECOND = 85;

interface Accepted extends Timing {
  perSecond: number;
}

export interface IntakeResult {
  concurrency: number;
  json: Accepted;
  photo: Accepted;
  /** From the commit to the started workflow; null where only the address is known. */
  started: (Timing & { notStarted: number }) | null;
  /** Starts in a second by Temporal alone, in the same run. */
  temporalStarts: Accepted | null;
  /** Transactions of one small row in a second by PostgreSQL alone, in the same run. */
  bareCommits: Accepted | null;
  /** What of the slower of the two the product keeps: accepted reports in a second over theirs. */
  ratioToBare: number | null;
  targetPerSecond: number;
}

/** Accepted reports over HTTP, of BASE_URL or of a product started for it. */
export async function intake(say: (line: string) => void): Promise<IntakeResult> {
  const given = process.env.BASE_URL;
  if (given) {
    const unknown = { started: null, temporalStarts: null, bareCommits: null, ratioToBare: null };
    return { ...(await accept(given, say)), ...unknown };
  }
  return withInstance({ rateLimitFactor: 1_000_000, say }, async ({ baseUrl, config }) => {
    const db = await createDataSource(config.databaseUrl, CONCURRENCY).initialize();
    const temporal = connectTemporal(config);
    try {
      const begun = new Date();
      const accepted = await accept(baseUrl, say);
      const started = await startLatency(db, begun);
      say(`accepted → started: p50 ${started.p50} ms, p95 ${started.p95} ms, worst ${started.worst} ms`);
      const how = { concurrency: CONCURRENCY, seconds: 10 };
      const temporalStarts = rateOf(await bareStarts(temporal, how));
      say(`Temporal alone: ${temporalStarts.perSecond} starts a second`);
      const bareCommits = rateOf(await commitRows(db, how));
      say(`PostgreSQL alone: ${bareCommits.perSecond} commits a second`);
      const bare = Math.min(temporalStarts.perSecond, bareCommits.perSecond);
      const ratioToBare = Math.round((accepted.json.perSecond / bare) * 100) / 100;
      return { ...accepted, started, temporalStarts, bareCommits, ratioToBare };
    } finally {
      await temporal.connection.close();
      await db.destroy();
    }
  });
}

const rateOf = ({ perSecond, times }: Loop): Accepted => ({ perSecond, ...timingOf(times) });

async function accept(
  baseUrl: string,
  say: (line: string) => void,
): Promise<Pick<IntakeResult, 'concurrency' | 'json' | 'photo' | 'targetPerSecond'>> {
  const categories = await plainCategories(baseUrl);
  const category = (turn: number) => categories[turn % categories.length] ?? '';
  const photo = await drawPhoto();
  const measure = async (name: string, ask: (turn: number) => Ask): Promise<Accepted> => {
    const send = async (turn: number) => {
      const { status, body } = await http(`${baseUrl}/api/v1/reports`, ask(turn));
      if (status !== 201) throw new Error(`answered ${status}: ${body.toString().slice(0, 300)}`);
    };
    await closedLoop({ concurrency: CONCURRENCY, seconds: 5, times: 40 }, send);
    const rate = rateOf(await closedLoop({ concurrency: CONCURRENCY, seconds: SECONDS }, send));
    say(`${name}: ${rate.perSecond} accepted a second, p50 ${rate.p50} ms, p95 ${rate.p95} ms`);
    return rate;
  };
  return {
    concurrency: CONCURRENCY,
    json: await measure('JSON', (turn) => jsonReport(turn, category(turn))),
    photo: await measure('with a photo', (turn) => photoReport(turn, category(turn), photo)),
    targetPerSecond: TARGET_PER_SECOND,
  };
}
