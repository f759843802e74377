import type { Actor } from '../case/state';

/** What happened in a round, in the past tense: one entry of its chain in the log. */
export const roundFactNames = [
  'dispatched',
  'arrived',
  'done',
  'not-possible',
  'inserted',
  'reordered',
  'returned',
  'refused',
  'overtime',
  'over',
] as const;
export type RoundFactName = (typeof roundFactNames)[number];

/** Ids and codes only: it travels through workflow histories. */
export interface RoundFact {
  name: RoundFactName;
  at: number;
  actor: Actor;
  commandId?: string;
  noteId?: string;
  data?: Record<string, string | number | boolean | null>;
}
