import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { DataSource } from 'typeorm';
import { readArchive } from '../activities/archive';
import { HistoryArchive } from '../db/entities';

/** One run of one workflow. */
export interface Run {
  workflowId: string;
  runId: string;
  workflowType: string;
  /** The build that ran it; null while only Temporal has it. */
  buildId: string | null;
  running: boolean;
  startedAt: Date | null;
  events: number | null;
}

interface Of {
  db: DataSource;
  temporal: Client;
}

/** How long a page waits for Temporal; what is archived is shown without it. */
const PATIENCE_MS = 3000;
/** As many workflows as one question to Temporal names. */
const AT_ONCE = 50;

/**
 * All known runs of these workflows, archived or held by Temporal, the oldest first. Where Temporal does not
 * answer in time they are those that are archived; `strict` throws instead.
 */
export async function runsOf(
  { db, temporal }: Of,
  workflowIds: string[],
  { strict = false } = {},
): Promise<Run[]> {
  const runs = new Map<string, Run>();
  for (const run of await archived(db, workflowIds)) runs.set(run.runId, run);
  const inTemporal = held(temporal, workflowIds);
  for (const run of strict ? await inTemporal : await inTemporal.catch(() => [])) {
    const kept = runs.get(run.runId);
    runs.set(run.runId, { ...run, buildId: kept?.buildId ?? null });
  }
  const age = ({ startedAt }: Run) => startedAt?.getTime() ?? 0;
  return [...runs.values()].sort((a, b) => age(a) - age(b));
}

async function archived(db: DataSource, workflowIds: string[]): Promise<Run[]> {
  const rows = await db
    .getRepository(HistoryArchive)
    .createQueryBuilder('h')
    .select(['h.workflowId', 'h.runId', 'h.workflowType', 'h.buildId', 'h.complete'])
    .where('h.workflowId IN (:...workflowIds)', { workflowIds })
    .orderBy('h.archivedAt')
    .getMany();
  return rows.map(({ workflowId, runId, workflowType, buildId, complete }) => ({
    ...{ workflowId, runId, workflowType, buildId, running: !complete, startedAt: null, events: null },
  }));
}

/** What Temporal has of them. @throws when it does not answer in time */
async function held(temporal: Client, workflowIds: string[]): Promise<Run[]> {
  const found: Run[] = [];
  const ask = async (ids: string[]) => {
    const query = ids.map((id) => `WorkflowId = '${id}'`).join(' OR ');
    for await (const { workflowId, runId, type, status, startTime, historyLength } of temporal.workflow.list({
      query,
    })) {
      found.push({
        ...{ workflowId, runId, workflowType: type, buildId: null, running: status.name === 'RUNNING' },
        ...{ startedAt: startTime, events: historyLength || null },
      });
    }
  };
  await temporal.withDeadline(Date.now() + PATIENCE_MS, async () => {
    for (let at = 0; at < workflowIds.length; at += AT_ONCE) await ask(workflowIds.slice(at, at + AT_ONCE));
  });
  return found;
}

/** A run's whole history in JSON: as Temporal has it now, else as it was archived; null where neither has it. */
export async function historyOf(
  { db, temporal }: Of,
  { workflowId, runId }: Pick<Run, 'workflowId' | 'runId'>,
): Promise<string | null> {
  const run = { workflowId, runId };
  const kept = await db
    .getRepository(HistoryArchive)
    .findOne({ select: { workflowId: true, runId: true, complete: true }, where: run });
  if (kept?.complete) return readArchive(db, run);
  try {
    const handle = temporal.workflow.getHandle(workflowId, runId);
    const history = await temporal.withDeadline(Date.now() + 5 * PATIENCE_MS, () => handle.fetchHistory());
    return historyToJSON(history as History);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || kept) return readArchive(db, run);
    throw error;
  }
}
