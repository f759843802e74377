import type { TeamMonth } from './types';

/** What a team looks at, each a picture of its own. */
export const trendNames = ['repaired', 'inTime', 'stars'] as const;
export type TrendName = (typeof trendNames)[number];

/** Fewer in half a year say nothing. */
const FEWEST = 20;

/** The value of each month: a count, a share from 0 to 1, or mean stars; null where too little is known. */
export const valuesOf = (months: TeamMonth[], name: TrendName): (number | null)[] =>
  months.map(({ repaired, measured, inTime, stars }) => {
    if (name === 'repaired') return repaired;
    if (name === 'inTime') return measured === 0 ? null : inTime / measured;
    return stars;
  });

/** The top of a picture: all stars, the whole, or what is next above the greatest count. */
export function topOf(values: readonly (number | null)[], name: TrendName): number {
  if (name === 'stars') return 5;
  return name === 'inTime' ? 1 : Math.max(5, ...values.map((value) => value ?? 0));
}

/** What the last six whole months are beside the six before them; null where either say too little. The last month still runs. */
export function changeOf(months: TeamMonth[], name: TrendName): 'better' | 'same' | 'less' | null {
  const whole = months.slice(0, -1);
  const half = Math.floor(whole.length / 2);
  const [before, now] = [of(whole.slice(0, half), name), of(whole.slice(half), name)];
  if (before === null || now === null) return null;
  const margin = name === 'stars' ? 0.1 : name === 'inTime' ? 0.03 : before * 0.1;
  if (Math.abs(now - before) <= margin) return 'same';
  return now > before ? 'better' : 'less';
}

function of(months: TeamMonth[], name: TrendName): number | null {
  const sum = (one: (month: TeamMonth) => number) => months.reduce((total, month) => total + one(month), 0);
  if (name === 'repaired') return sum(({ repaired }) => repaired);
  const [weight, total] =
    name === 'inTime'
      ? [sum(({ measured }) => measured), sum(({ inTime }) => inTime)]
      : [sum(({ rated }) => rated), sum(({ rated, stars }) => rated * (stars ?? 0))];
  return weight < FEWEST ? null : total / weight;
}
