import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { lockBoth, moveAgain } from '../activities/moves';
import { takeBackAgain } from '../activities/parting';
import { lockCase, project } from '../activities/projection';
import { Case } from '../db/entities';
import { caseWorkflowId } from '../workflows/case/messages';
import { type Recorded, recordedBy } from './decided';
import { historyOf, runsOf } from './runs';

interface Of {
  db: DataSource;
  client: Client;
  slaSpeed: number;
}

/**
 * Writes again what a case's histories had written later than `version`, which the restored database has lost.
 * The messages about it are written again as well: better told twice than never. A merge into a case that the
 * database has lost whole has not happened.
 * @returns how many writes there were; null when Temporal does not answer: what it knows is not known then
 */
export async function reproject(of: Of, caseId: string, version: number): Promise<number | null> {
  const { db } = of;
  const recorded = await recordedOf(of, caseId).catch(() => null);
  if (recorded === null) return null;
  let written = 0;
  for (const record of recorded.filter(({ state }) => state.version > version)) {
    const merged = record.facts.find(({ name }) => name === 'merged');
    const undone = record.facts.find(({ name }) => name === 'unmerged');
    const intoCaseId = merged && String(merged.data?.intoCaseId);
    if (intoCaseId && !(await db.getRepository(Case).existsBy({ id: intoCaseId }))) break;
    await db.transaction(async (tx) => {
      if (intoCaseId) await lockBoth(tx, caseId, intoCaseId);
      await project(tx, await lockCase(tx, caseId), record, of);
      if (undone) await takeBackAgain(tx, caseId, String(undone.commandId));
      if (intoCaseId) await moveAgain(tx, { caseId, mergeId: String(merged?.commandId) }, intoCaseId);
    });
    written += 1;
  }
  return written;
}

async function recordedOf({ db, client }: Of, caseId: string): Promise<Recorded[]> {
  const of = { db, temporal: client };
  const recorded: Recorded[] = [];
  for (const run of await runsOf(of, [caseWorkflowId(caseId)], { strict: true })) {
    const history = await historyOf(of, run);
    if (history) recorded.push(...recordedBy(history));
  }
  return recorded;
}
