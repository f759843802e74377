import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../db/source';
import { http } from '../scripts/http';
import type { Instance } from '../scripts/instance';
import { connectTemporal } from '../temporal/client';
import { withInstance } from './instance';
import { plainCategories, type Timing, timingOf } from './measure';
import { type Reconciled, reconcileStorm } from './storm/reconcile';
import { stormReports } from './storm/reports';

const REPORTS = Number(process.env.BENCH_REPORTS ?? 2000);
const FLOOD = REPORTS / 4;
const PER_SECOND = 25;
const DRAIN_MS = 20 * 60_000;

export interface StormResult {
  reports: number;
  flood: number;
  /** From the first request to the last answer. */
  acceptedSeconds: number;
  answer: Timing;
  attached: Timing;
  /** From the last answer until every case has read its members and was projected. */
  drainSeconds: number;
  /** From staff's decision about the flooded case until each of its reports was settled. */
  fanOutSeconds: number;
  /** Cases of the flood, and the longest history of any run of the largest. */
  floodCases: number;
  floodRuns: number;
  longestHistory: number;
  reconciled: Reconciled;
  problems: string[];
}

/** A storm: reports from everywhere within a minute or two, a quarter of them about one place. */
export const storm = (say: (line: string) => void): Promise<StormResult> =>
  withInstance({ rateLimitFactor: 1_000_000, say }, async (instance) => {
    const db = await createDataSource(instance.config.databaseUrl, 4).initialize();
    const temporal = connectTemporal(instance.config);
    try {
      const { seconds: acceptedSeconds, times } = await send(instance.baseUrl);
      say(`${REPORTS} accepted in ${acceptedSeconds} s`);
      const drainSeconds = await until(db, UNREAD, DRAIN_MS);
      say(`drained ${drainSeconds} s later`);
      const floodCases = await casesOfFlood(db);
      const fanOutSeconds = await endFlood(instance, db, floodCases);
      say(`the outcome was told in ${fanOutSeconds} s`);
      const histories = await historiesOf(temporal, floodCases[0] ?? '');
      const { problems, ...reconciled } = await reconcileStorm({ db, temporal, reports: REPORTS });
      return {
        ...{ reports: REPORTS, flood: FLOOD, acceptedSeconds, answer: timingOf(times) },
        ...{ attached: await attachedTimes(db), drainSeconds, fanOutSeconds },
        ...{ floodCases: floodCases.length, floodRuns: histories.length },
        ...{ longestHistory: Math.max(...histories), reconciled, problems },
      };
    } finally {
      await temporal.connection.close();
      await db.destroy();
    }
  });

async function send(baseUrl: string): Promise<{ seconds: number; times: number[] }> {
  const categories = await plainCategories(baseUrl);
  const begun = performance.now();
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  for (const [turn, body] of stormReports(REPORTS, FLOOD, categories).entries()) {
    const answered = accepted(baseUrl, body, times);
    // A refusal is thrown where all are awaited, when the product can be stopped.
    answered.catch(() => {});
    sent.push(answered);
    await sleep(Math.max(0, begun + ((turn + 1) * 1000) / PER_SECOND - performance.now()));
  }
  await Promise.all(sent);
  return { seconds: Math.round((performance.now() - begun) / 1000), times };
}

async function accepted(baseUrl: string, body: object, times: number[]): Promise<void> {
  const asked = performance.now();
  const headers = { 'content-type': 'application/json' };
  const ask = { method: 'POST', headers, body: JSON.stringify(body) } as const;
  const { status, body: answer } = await http(`${baseUrl}/api/v1/reports`, ask);
  if (status !== 201) throw new Error(`answered ${status}: ${answer}`);
  times.push(performance.now() - asked);
}

/** Reports without a case, members that their case has not read, cases that were never projected. */
const UNREAD = `
SELECT (SELECT count(*) FROM report r WHERE NOT EXISTS (SELECT FROM membership m WHERE m.report_id = r.id))::int
  + (SELECT count(*) FROM membership WHERE read_at IS NULL)::int
  + (SELECT count(*) FROM cases WHERE version = 0)::int AS left`;

/** Seconds until nothing of it is left. */
async function until(
  db: DataSource,
  query: string,
  patience: number,
  given: unknown[] = [],
): Promise<number> {
  const begun = Date.now();
  for (;;) {
    const [{ left }] = await db.query(query, given);
    if (left === 0) return Math.round((Date.now() - begun) / 100) / 10;
    if (Date.now() - begun > patience) throw new Error(`${left} are still waiting`);
    await sleep(500);
  }
}

/** The largest first. */
async function casesOfFlood(db: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT m.case_id AS id FROM membership m JOIN report r ON r.id = m.report_id JOIN note n ON n.id = r.note_id
     WHERE n.body LIKE 'Allagamento%' GROUP BY 1 ORDER BY count(*) DESC`,
  );
  return rows.map(({ id }) => id);
}

/** Everybody of the flood has a confirmed address when the desk decides. */
async function endFlood(instance: Instance, db: DataSource, cases: string[]): Promise<number> {
  await db.query('UPDATE person SET confirmed_at = now() WHERE email IS NOT NULL');
  const operator = await instance.signIn('sportello');
  for (const id of cases) {
    const commandId = crypto.randomUUID();
    const note = 'La piena è passata, non c’è niente da riparare.';
    await operator.command(id, { name: 'reject', commandId, reason: 'not-a-problem', note });
  }
  const waiting = `SELECT count(*)::int AS left FROM membership m JOIN report r ON r.id = m.report_id
    WHERE m.case_id = ANY($1) AND r.settled_at IS NULL`;
  return until(db, waiting, DRAIN_MS, [cases]);
}

/** Events of every run of a case; the list itself does not count those of a run that goes on. */
async function historiesOf({ workflow }: Client, caseId: string): Promise<number[]> {
  const lengths: number[] = [];
  for await (const { workflowId, runId } of workflow.list({ query: `WorkflowId = 'case-${caseId}'` }))
    lengths.push((await workflow.getHandle(workflowId, runId).describe()).historyLength);
  return lengths;
}

async function attachedTimes(db: DataSource): Promise<Timing> {
  const rows: { ms: number }[] = await db.query(
    `SELECT extract(epoch FROM m.attached_at - r.received_at)::float8 * 1000 AS ms
     FROM report r JOIN membership m ON m.report_id = r.id`,
  );
  return timingOf(rows.map(({ ms }) => ms));
}
