import { FEWEST_CASES } from '../diagnosis/diagnose';
import type { CaseEvent } from '../diagnosis/event';
import { type Figures, figuresOf } from './figures';
import { FEWEST, type Model, modelOf } from './model';
import type { Scenario } from './serve';
import { type Comparison, compare, today } from './simulate';

/** A scenario as people ask for it: `hours` are those of a crew on a day, null for today's. */
export type Question = Omit<Scenario, 'hours'> & { hours: number | null };

/** What there is too little of: `crews` that anybody said were sent out, `staffed` hours of them for the work that was done. */
export type Lacking = 'days' | 'cases' | 'repaired' | 'deadlines' | 'crews' | 'staffed';
export interface Missing {
  what: Lacking;
  have: number;
  need: number;
}

export type Answer = { measured: Figures } & (
  | { verdict: 'not-enough-data'; missing: Missing[] }
  | ({ verdict: 'enough'; times: number } & Comparison)
);

/** How far the forecast looks. */
export const DAYS_TO_COME = 56;
/** A weekday is known from four of them. */
const FEWEST_DAYS = 28;
/** So much more work than hours of crews is no overtime: others did it, or nobody said who was sent out. */
const MOST_OVERTIME = 1.25;
const MOST_TIMES = 200;
const FEWEST_TIMES = 50;
/** Cases that are played in all runs together: bounds the time that an answer takes. */
const MOST_PLAYED = 600_000;

/**
 * What would be otherwise in the weeks to come, next to what is to be expected as things are; or what is missing to say so.
 * @param begin local midnight, epoch milliseconds; what happened in so many `days` before it is measured
 * @param seed the same one plays the same days, whatever is asked
 */
export function whatIf(
  events: readonly CaseEvent[],
  period: { begin: number; days: number },
  question: Question,
  seed: number,
): Answer {
  const model = modelOf(events, period.begin, period.days);
  const measured = figuresOf(model, events, period);
  const missing = missingIn(model, measured, period.days, question);
  if (missing.length > 0) return { measured, verdict: 'not-enough-data', missing };
  const times = timesFor(measured);
  const hours = question.hours === null || !measured.crews ? 1 : question.hours / measured.crews.hours;
  const comparison = compare(model, { ...question, hours }, { days: DAYS_TO_COME, times, seed });
  return { measured, verdict: 'enough', times, ...comparison };
}

function missingIn(
  model: Model,
  { cases, repaired, crews, week }: Figures,
  days: number,
  question: Question,
): Missing[] {
  const deadlines = model.days.flat(2).filter(({ dueAt }) => dueAt !== null).length;
  const least: Missing[] = [
    { what: 'days', have: days, need: FEWEST_DAYS },
    { what: 'cases', have: cases, need: FEWEST_CASES },
    { what: 'repaired', have: repaired, need: FEWEST },
    { what: 'deadlines', have: deadlines, need: FEWEST },
    { what: 'crews', have: crews ? 1 : 0, need: model.crews || asksForCrews(question) ? 1 : 0 },
    { what: 'staffed', have: week.staffed ?? week.done, need: week.done / MOST_OVERTIME },
  ];
  return least.filter(({ have, need }) => have < need);
}

const asksForCrews = ({ crews, hours, rule }: Question): boolean =>
  crews !== 0 || hours !== null || rule !== today.rule;

const timesFor = ({ waiting, arrivals }: Figures): number =>
  Math.max(FEWEST_TIMES, Math.min(MOST_TIMES, Math.floor(MOST_PLAYED / (waiting + arrivals * DAYS_TO_COME))));
