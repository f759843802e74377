/** How a figure differs from the period before, as a key of the translations and a number beside it. */
export interface Change {
  direction: 'more' | 'less' | 'same';
  /** Null where neither is better. */
  better: boolean | null;
  by: number;
}

/** Which end of a figure is the better one. */
export type Goal = 'low' | 'high' | 'neither';

/**
 * @param step what is less than this is no difference: figures are read rounded
 * @returns null where there is nothing to compare
 */
export function changeOf(value: number | null, before: number | null, goal: Goal, step = 1): Change | null {
  if (value === null || before === null) return null;
  const by = Math.round(Math.abs(value - before) / step) * step;
  if (by === 0) return { direction: 'same', better: null, by: 0 };
  const direction = value > before ? 'more' : 'less';
  return { direction, by, better: goal === 'neither' ? null : (direction === 'more') === (goal === 'high') };
}
