import path from 'node:path';
import type { HashedDossier } from '../../db/views/dossier';
import type { OutcomeFilter } from '../../db/views/repair-outcomes';
import type { Selection } from '../../domain/dossier/dossier';
import type { Compared } from '../../domain/quality/compare';
import type { Spell } from '../../domain/quality/spell';
import { runInThread } from '../thread';

/** What can be computed of repairs; `until` is how far they are watched. */
export interface Tasks {
  dossier: Selection;
  cards: { filter: OutcomeFilter; until: Date };
  /** How long the repairs of one group held. */
  spells: { filter: OutcomeFilter; until: Date; id: string };
}
export interface Answers {
  dossier: HashedDossier;
  cards: Compared[];
  spells: Spell[];
}
export type TaskName = keyof Tasks;

/** More than anybody waits for a page. */
const LONGEST_MS = 120_000;
const worker = path.join(__dirname, 'worker');

/**
 * Reads and computes in a thread with a connection of its own: of many repairs it takes seconds, and the process that
 * answers everybody would stand still.
 * @param url postgres:// connection string
 * @throws what the database says; the reason of a time-out
 */
export const computeQuality = <Name extends TaskName>(
  url: string,
  name: Name,
  task: Tasks[Name],
): Promise<Answers[Name]> => runInThread(worker, { url, name, task }, AbortSignal.timeout(LONGEST_MS));
