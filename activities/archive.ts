import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { log } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { DataSource, EntityManager } from 'typeorm';
import { ARCHIVES_CHAIN } from '../db/audit/archives';
import { HistoryArchive } from '../db/entities';
import { appendLog } from '../db/log';
import { describe } from './failures';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Unset where no worker has said what it is. */
const UNKNOWN_BUILD = 'unknown';

/** Names of the events that end a run. */
const ENDS = /EXECUTION_(COMPLETED|FAILED|TIMED_OUT|CANCELED|TERMINATED|CONTINUED_AS_NEW)$/;

interface JsonEvent {
  eventType?: string;
  workflowExecutionStartedEventAttributes?: { workflowType?: { name?: string } };
  workflowTaskCompletedEventAttributes?: { workerVersion?: { buildId?: string } };
}

interface ReadHistory {
  workflowType: string;
  /** The build that ran the last step. */
  buildId: string;
  /** Does it show the end of the run? */
  complete: boolean;
}

/** What a history in JSON says about itself. */
function readHistory(json: string): ReadHistory {
  const events = (JSON.parse(json) as { events?: JsonEvent[] }).events ?? [];
  const builds = events.flatMap((event) => {
    const build = event.workflowTaskCompletedEventAttributes?.workerVersion?.buildId;
    return build ? [build] : [];
  });
  return {
    workflowType: events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '',
    buildId: builds.at(-1) ?? UNKNOWN_BUILD,
    complete: ENDS.test(events.at(-1)?.eventType ?? ''),
  };
}

/**
 * Keeps one run's history as it stands now, gzip of its JSON, under its SHA-256; a complete one is final and
 * the log vouches for it.
 * @returns whether the archive now holds the whole run
 */
export async function archiveRun(
  { db, temporal }: { db: DataSource; temporal: Client },
  run: { workflowId: string; runId: string },
): Promise<boolean> {
  const kept = await db.getRepository(HistoryArchive).findOne({
    select: { workflowId: true, runId: true, complete: true },
    where: { workflowId: run.workflowId, runId: run.runId },
  });
  if (kept?.complete) return true;
  const json = historyToJSON(await fetchHistory(temporal, run));
  const history = await compress(Buffer.from(json, 'utf8'));
  const { complete, workflowType, buildId } = readHistory(json);
  const sha256 = createHash('sha256').update(history).digest();
  const row = { ...run, workflowType, buildId, complete, history, sha256, archivedAt: new Date() };
  await db.transaction(async (tx) => {
    // Whoever comes second finds the link and leaves the row that it vouches for.
    if (complete && !(await vouch(tx, run, sha256))) return;
    await tx.getRepository(HistoryArchive).upsert(row, ['workflowId', 'runId']);
  });
  return complete;
}

const vouch = (
  tx: EntityManager,
  { workflowId, runId }: { workflowId: string; runId: string },
  sha256: Buffer,
): Promise<boolean> =>
  appendLog(tx, {
    ...{ chain: ARCHIVES_CHAIN, factId: runId, name: 'archived', at: new Date(), public: false },
    actor: { kind: 'system', id: null },
    data: { workflowId, runId, sha256: sha256.toString('hex') },
  });

/** A run's history from the archive as JSON, or null where it is not kept. */
export async function readArchive(
  db: DataSource,
  run: { workflowId: string; runId: string },
): Promise<string | null> {
  const kept = await db.getRepository(HistoryArchive).findOneBy(run);
  return kept ? (await decompress(kept.history)).toString('utf8') : null;
}

const fetchHistory = (temporal: Client, { workflowId, runId }: { workflowId: string; runId: string }) =>
  temporal.workflow.getHandle(workflowId, runId).fetchHistory() as Promise<History>;

/** The activity at the end of a run. It never throws the workflow off: the sweeper completes what is missing. */
export const createArchive =
  (of: { db: DataSource; temporal: Client }) =>
  async (run: { workflowId: string; runId: string }): Promise<void> => {
    try {
      await archiveRun(of, run);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) log.warn('history not archived yet', describe(error));
    }
  };
