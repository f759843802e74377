import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { moveAgain } from '../activities/moves';
import { lockCase, project } from '../activities/projection';
import { caseWorkflowId } from '../workflows/case/messages';
import { type Recorded, recordedBy } from './decided';
import { historyOf, runsOf } from './runs';

interface Of {
  db: DataSource;
  client: Client;
}

/**
 * Writes again what a case's histories had written later than `version`, which the restored database has lost.
 * The messages about it are written again as well: better told twice than never.
 * @returns how many writes there were
 * @throws when Temporal does not answer: what it knows is not known then
 */
export async function reproject({ db, client }: Of, caseId: string, version: number): Promise<number> {
  const of = { db, temporal: client };
  const lost: Recorded[] = [];
  for (const run of await runsOf(of, [caseWorkflowId(caseId)], { strict: true })) {
    const history = await historyOf(of, run);
    if (history) lost.push(...recordedBy(history).filter(({ state }) => state.version > version));
  }
  for (const record of lost) {
    await db.transaction(async (tx) => {
      await project(tx, await lockCase(tx, caseId), record);
      for (const { name, data } of record.facts)
        if (name === 'merged') await moveAgain(tx, caseId, String(data?.intoCaseId));
    });
  }
  return lost.length;
}
