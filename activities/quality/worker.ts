import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { readDossier } from '../../db/views/dossier';
import { listOutcomes, type Queries } from '../../db/views/repair-outcomes';
import { compareGroups } from '../../domain/quality/compare';
import type { Answers, TaskName, Tasks } from './task';

const computations: { [Name in TaskName]: (db: Queries, task: Tasks[Name]) => Promise<Answers[Name]> } = {
  dossier: readDossier,
  cards: async (db, { filter, until }) => compareGroups(await listOutcomes(db, filter, until)),
  spells: async (db, { filter, until, id }) =>
    (await listOutcomes(db, filter, until)).flatMap(({ groups, spell }) =>
      groups.some((one) => one.id === id) ? [spell] : [],
    ),
};

/** The thread of task.ts: computes what it is asked from the tables of one moment, and ends. */
async function compute<Name extends TaskName>(url: string, name: Name, task: Tasks[Name]) {
  const client = new Client({ connectionString: url, application_name: 'benecomune quality' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const db: Queries = {
      query: async <T>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as T,
    };
    return await computations[name](db, task);
  } finally {
    await client.end();
  }
}

const { url, name, task } = workerData;
compute(url, name, task).then((answer) => parentPort?.postMessage(answer));
