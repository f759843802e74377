import { lifeTable } from '../life-table';
import { type Estimate, TAIL, Z } from './estimate';
import type { Spell } from './spell';

/** The curve after the recurrences of one day. */
export interface Step {
  days: number;
  /** Repairs that were still watched just before, and those of them whose problem came back then. */
  atRisk: number;
  recurred: number;
  /** The share of repairs that hold longer, its standard error and its interval. */
  holds: number;
  error: number;
  low: number;
  high: number;
}

/** When half of the repairs have failed; null where the curve, or an end of its interval, does not sink so far. */
export interface MedianDays {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * With fewer still watched nothing is said, as a curve is not to be read where few are left (Pocock et al. 2002, Lancet
 * 359), but where hardly any were lost from sight: that all came back is known when nothing is left to watch.
 */
export const FEWEST_WATCHED = 10;
export const MOST_LOST = 0.1;
/** A half is a half also where floating point makes it 0.5000000000000001. */
const HALF = 0.5 + 1e-9;

/**
 * How long repairs hold: the estimate of Kaplan and Meier (1958), a step for each time at which problems came back, with
 * Greenwood's standard error and the log-log interval (Kalbfleisch, Prentice 2002, section 1.4). Where none holds any
 * longer that interval is not defined, and the upper end stays where it was.
 */
export function curveOf(spells: readonly Spell[]): Step[] {
  const steps: Step[] = [];
  let holds = 1;
  let variance = 0;
  let high = 1;
  const table = lifeTable(spells.map(({ days, recurred }) => ({ time: days, ended: recurred })));
  for (const { time: days, atRisk, ends: recurred } of table) {
    holds *= 1 - recurred / atRisk;
    variance += recurred / (atRisk * (atRisk - recurred));
    const limits = holds > 0 ? logLog(holds, variance) : { low: 0, high };
    high = limits.high;
    steps.push({ days, atRisk, recurred, holds, error: holds && holds * Math.sqrt(variance), ...limits });
  }
  return steps;
}

/** S^exp(±z·σ / ln S). @param variance Greenwood's sum Σ d / (n (n − d)) */
function logLog(holds: number, variance: number): { low: number; high: number } {
  const reach = (Z * Math.sqrt(variance)) / Math.log(holds);
  return { low: holds ** Math.exp(-reach), high: holds ** Math.exp(reach) };
}

/** How many spells tell of a day, having lasted so long or ended by a recurrence before; null where those are too few. */
function known(days: number, spells: readonly Spell[]): number | null {
  const watched = spells.filter((spell) => spell.days >= days).length;
  const back = spells.filter((spell) => spell.days < days && spell.recurred).length;
  const lost = spells.length - watched - back;
  const few = spells.length === 0 || lost > MOST_LOST * spells.length;
  return watched < FEWEST_WATCHED && few ? null : watched + back;
}

/**
 * The share of repairs that hold longer than so many days; null where too few were watched so long. Without any
 * recurrence the log-log interval would be a single point: the lower end is then the exact one of n out of n (Clopper,
 * Pearson 1934), of those that were watched so long.
 * @param steps their curve
 */
export function holdsFor(
  days: number,
  spells: readonly Spell[],
  steps: readonly Step[] = curveOf(spells),
): Estimate | null {
  const count = known(days, spells);
  if (count === null) return null;
  const step = steps.findLast((one) => one.days <= days);
  if (!step) return { value: 1, low: TAIL ** (1 / count), high: 1, count };
  return { value: step.holds, low: step.low, high: step.high, count };
}

/** The last day that the curve may be read to: of the longest spell, or else while `FEWEST_WATCHED` are watched. */
export function readableUntil(spells: readonly Spell[]): number {
  const longest = spells.map(({ days }) => days).sort((a, b) => b - a);
  const last = longest[0] ?? 0;
  return known(last, spells) === null ? (longest[FEWEST_WATCHED - 1] ?? 0) : last;
}

/** The median with the interval of Brookmeyer and Crowley (1982): where the interval of the curve crosses a half. */
export function medianDays(steps: readonly Step[]): MedianDays {
  const when = (of: (step: Step) => number) => steps.find((step) => of(step) <= HALF)?.days ?? null;
  return { value: when((s) => s.holds), low: when((s) => s.low), high: when((s) => s.high) };
}
