import type { Client } from '@temporalio/client';
import type { DataSource, EntityManager } from 'typeorm';
import type { Emergency } from '../domain/vocabulary';
import { startReportWorkflow, tellCitizenAct } from './starter';

interface Place {
  client: Client;
  db: DataSource;
}

/** Small, because the rows stay locked while Temporal is asked. */
const BATCH = 25;
/** Whoever committed a row carries it on itself; only what that missed is swept. */
const MISSED = "interval '5 seconds'";
const ANSWER_MS = 3000;

/** Starts the committed reports that have no workflow, emergencies first. @returns how many */
export const startReports = ({ client, db }: Place): Promise<number> =>
  inBatches(db, async (tx) => {
    const reports: { id: string; emergency: Emergency }[] = await tx.query(
      `SELECT id, emergency FROM report
       WHERE started_at IS NULL AND received_at < now() - ${MISSED}
       ORDER BY emergency = 'none', received_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    for (const { id, emergency } of reports) {
      await client.withDeadline(Date.now() + ANSWER_MS, () =>
        startReportWorkflow({ client, db: tx }, { reportId: id, emergency }),
      );
    }
    return reports.length;
  });

/** Tells the reports' workflows of the citizens' acts that they were not told of. @returns how many */
export const tellActs = ({ client, db }: Place): Promise<number> =>
  inBatches(db, async (tx) => {
    const acts: { id: string }[] = await tx.query(
      `SELECT id FROM citizen_act WHERE told_at IS NULL AND created_at < now() - ${MISSED}
       ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    for (const { id } of acts) {
      await client.withDeadline(Date.now() + ANSWER_MS, () => tellCitizenAct({ client, db: tx }, id));
    }
    return acts.length;
  });

/** Batch after batch until one is not full. A failure undoes the marks of its batch alone. */
async function inBatches(db: DataSource, batch: (tx: EntityManager) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await db.transaction(batch);
    total += done;
    if (done < BATCH) return total;
  }
}
