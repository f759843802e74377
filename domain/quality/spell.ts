import { sum } from './estimate';

/** How long a repair was watched: until the problem came back at its place, or until nothing more is known (censored). */
export interface Spell {
  /** Days since the repair, 0 or more. */
  days: number;
  recurred: boolean;
}

const DAY_MS = 86_400_000;

/** What is known of a repair; milliseconds since the epoch. */
export interface Watch {
  repairedAt: number;
  /** When the problem came back at its place for the first time; null where it has not. */
  backAt: number | null;
  /** How far everything is known. */
  until: number;
  /** For so many days a return is taken for a recurrence: nobody looks longer. */
  windowDays: number;
}

/** A return after the window tells nothing that is known of other repairs, and so is none. */
export function spellOf({ repairedAt, backAt, until, windowDays }: Watch): Spell {
  const daysTo = (at: number) => Math.max(0, at - repairedAt) / DAY_MS;
  const watched = Math.min(daysTo(until), windowDays);
  const recurred = backAt !== null && daysTo(backAt) <= watched;
  return { days: recurred ? daysTo(backAt) : watched, recurred };
}

const DAYS_OF_YEAR = 365.25;

/** What a rate of recurrence is for: the years that all places together were watched. */
export const placeYears = (spells: readonly Spell[]): number =>
  sum(spells.map(({ days }) => days)) / DAYS_OF_YEAR;
