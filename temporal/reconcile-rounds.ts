import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { lockRound, projectRound } from '../activities/round/projection';
import { Round } from '../db/entities';
import { roundStateQuery, roundWorkflowId } from '../workflows/round/messages';
import type { RoundPorts } from '../workflows/round/ports';
import { recordedBy } from './decided';
import { historyOf, runsOf } from './runs';
import { startRoundWorkflow } from './starter';

interface Of {
  db: DataSource;
  client: Client;
}

type Recorded = Parameters<RoundPorts['recordRound']>[0];

const ANSWER_MS = 10_000;

/** Rounds that should run, and those that run whatever the database says of them. */
export const openRounds = (
  db: DataSource,
  running: Set<string>,
): Promise<{ id: string; version: number }[]> =>
  db.query(
    `SELECT id, version FROM round WHERE status = 'dispatched' OR 'round-' || id = ANY($1) ORDER BY dispatched_at`,
    [[...running].filter((id) => id.startsWith('round-'))],
  );

/**
 * Gives a dispatched round its workflow back where database and Temporal agree on how far it was, as with cases.
 * @returns what it counts as
 */
export async function mendRound(
  of: Of,
  { id, version }: { id: string; version: number },
  running: Set<string>,
  dry: boolean,
): Promise<'agreed' | 'unanswered' | 'startedRounds' | 'restartedRounds' | 'reprojectedRounds'> {
  const workflowId = roundWorkflowId(id);
  const isRunning = running.has(workflowId);
  const known = isRunning ? await versionOf(of.client, workflowId) : version;
  if (known === null) return 'unanswered';
  if (known < version) {
    if (!dry) await beginAgain(of, id);
    return 'restartedRounds';
  }
  if (isRunning && known === version) return 'agreed';
  if (dry) return isRunning ? 'reprojectedRounds' : 'startedRounds';
  const written = await writeAgain(of, id, version);
  if (written === null) return 'unanswered';
  const { status } = await of.db.getRepository(Round).findOneByOrFail({ id });
  if (!isRunning && status === 'dispatched') await startRoundWorkflow(of, id);
  if (written > 0) return 'reprojectedRounds';
  return isRunning ? 'agreed' : 'startedRounds';
}

/** The version that a round's workflow has reached; null when nobody answers for it. */
async function versionOf(client: Client, workflowId: string): Promise<number | null> {
  try {
    const ask = () => client.workflow.getHandle(workflowId).query(roundStateQuery);
    return (await client.withDeadline(Date.now() + ANSWER_MS, ask)).version;
  } catch {
    return null;
  }
}

async function beginAgain(of: Of, id: string): Promise<void> {
  const handle = of.client.workflow.getHandle(roundWorkflowId(id));
  await handle.terminate('behind the database').catch((error) => {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  });
  await startRoundWorkflow(of, id);
}

/** What the round's histories had written later than `version`. @returns how much; null when Temporal does not answer */
async function writeAgain({ db, client }: Of, id: string, version: number): Promise<number | null> {
  const of = { db, temporal: client };
  const recorded: Recorded[] = [];
  try {
    for (const run of await runsOf(of, [roundWorkflowId(id)], { strict: true })) {
      const history = await historyOf(of, run);
      if (history) recorded.push(...recordedBy<Recorded>(history, ['recordRound']));
    }
  } catch {
    return null;
  }
  const lost = recorded.filter(({ state }) => state.version > version);
  for (const record of lost)
    await db.transaction(async (tx) => projectRound(tx, await lockRound(tx, id), record));
  return lost.length;
}
