import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { mergeCase } from '../activities/moves';
import { lockCase, project } from '../activities/projection';
import { caseWorkflowId } from '../workflows/case/messages';
import { type Recorded, recordedBy } from './decided';
import { historyOf, runsOf } from './runs';
import { createSignals } from './starter';

interface Of {
  db: DataSource;
  client: Client;
}

/**
 * Writes again what a case's histories had written later than `version`, which the restored database has lost.
 * The messages about it are written again as well: better told twice than never.
 * @returns how many writes there were
 */
export async function reproject({ db, client }: Of, caseId: string, version: number): Promise<number> {
  const of = { db, temporal: client };
  const lost: Recorded[] = [];
  for (const run of await runsOf(of, [caseWorkflowId(caseId)])) {
    const history = await historyOf(of, run);
    if (history) lost.push(...recordedBy(history).filter(({ state }) => state.version > version));
  }
  for (const record of lost) {
    await db.transaction(async (tx) => project(tx, await lockCase(tx, caseId), record));
    for (const { name, data } of record.facts)
      if (name === 'merged') await moveAgain({ db, client }, caseId, String(data?.intoCaseId));
  }
  return lost.length;
}

/** The other case has heard of it: only the members have to move. */
function moveAgain({ db, client }: Of, caseId: string, intoCaseId: string) {
  const order = { caseId, intoCaseId, repairDueAt: null, emergency: 'none', forward: null } as const;
  const dependencies = { db, temporal: client, signals: createSignals({ client, db }), slaSpeed: 1 };
  return mergeCase(dependencies, order, () => {});
}
