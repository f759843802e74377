import type { Estimate } from '../quality/estimate';
import { FEWEST_RATED, FEWEST_REPAIRS } from '../quality/scorecard';
import { type Levels, starsOf, usualLevels } from '../quality/stars';

/** What happened on one local day, `YYYY-MM-DD`, in one department. */
export interface DayFlows {
  day: string;
  departmentId: string;
  opened: number;
  /** Of those opened that day: reopened since; recurrences of a repaired case. */
  reopened: number;
  recurrences: number;
  /** Done for whatever reason, and late then. */
  done: number;
  doneLate: number;
  /** Deadlines that passed in vain. */
  fellLate: number;
  repaired: number;
  repairedLate: number;
  /** Of those repaired that day: rated since, and how often each number of stars (domain/quality/stars.ts). */
  rated: number;
  stars: number[];
}

export interface Stock {
  departmentId: string;
  open: number;
  late: number;
}

type Count = Exclude<keyof DayFlows, 'day' | 'departmentId' | 'stars'>;

export const total = (days: readonly DayFlows[], what: Count): number =>
  days.reduce((sum, day) => sum + day[what], 0);

export const levelsOf = (days: readonly DayFlows[]): Levels =>
  days.reduce((sums, { stars }) => sums.map((sum, index) => sum + (stars[index] ?? 0)), [0, 0, 0, 0, 0]);

/** Of the repaired cases those that were late; null where too few say anything. */
export const lateShare = (days: readonly DayFlows[]): number | null => {
  const repaired = total(days, 'repaired');
  return repaired < FEWEST_REPAIRS ? null : total(days, 'repairedLate') / repaired;
};

/** Mean stars with their interval, drawn to those of everybody; null where too few were rated. */
export const starsIn = (days: readonly DayFlows[], everybody: readonly DayFlows[]): Estimate | null =>
  total(days, 'rated') < FEWEST_RATED ? null : starsOf(levelsOf(days), usualLevels(levelsOf(everybody)));

export interface Backlog {
  day: string;
  open: number;
  late: number;
}

/** What waits at the end of each day, also of those on which nothing happened. @param days the days in their order */
export function backlogOf(
  days: readonly string[],
  flows: readonly DayFlows[],
  before: readonly Stock[],
): Backlog[] {
  let open = before.reduce((sum, stock) => sum + stock.open, 0);
  let late = before.reduce((sum, stock) => sum + stock.late, 0);
  const byDay = new Map<string, DayFlows[]>();
  for (const flow of flows) byDay.set(flow.day, [...(byDay.get(flow.day) ?? []), flow]);
  return days.map((day) => {
    const own = byDay.get(day) ?? [];
    open += total(own, 'opened') - total(own, 'done');
    late += total(own, 'fellLate') - total(own, 'doneLate');
    return { day, open, late };
  });
}
