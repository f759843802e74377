import type { RepairOutcome } from './outcome';

/** A pothole that was mended in time, for 100 €, that nobody rated and that has held for a year. */
export const outcome = (change: Partial<RepairOutcome> = {}): RepairOutcome => ({
  ...{ categoryId: 'pothole', stars: [], hours: 48, inTime: true, cost: 100 },
  spell: { days: 365.25, recurred: false },
  ...change,
});

/** A number of them. */
export const outcomes = (count: number, change: Partial<RepairOutcome> = {}): RepairOutcome[] =>
  Array.from({ length: count }, () => outcome(change));
