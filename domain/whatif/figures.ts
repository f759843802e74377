import { type CaseLife, livesOf } from '../diagnosis/cases';
import type { CaseEvent } from '../diagnosis/event';
import { mean, median, sum } from '../diagnosis/measure';
import { bySupplier, type Model, WEEK } from './model';

/** A model in plain figures: what people compare with what they know of their department. */
export interface Figures {
  /** Cases that came and had to be repaired, and those that were repaired. */
  cases: number;
  repaired: number;
  /** Cases a day. */
  arrivals: number;
  /** Cases that wait at the end of the period. */
  waiting: number;
  /** Crews and the hours of one, on a day on which there are any; how many days of the week those are. */
  crews: { count: number; hours: number; days: number } | null;
  /** Median hours of work of a case; null where none came. */
  workHours: number | null;
  /** Hours of work a week that came for crews, that they did, and that they had; the last null where nobody said. */
  week: { came: number; done: number; staffed: number | null };
  /** Of the cases whose deadline fell in the period: those not repaired by then; null where none did. */
  lateShare: number | null;
  /** What came, the most work first; `work` is its share of all hours of work. */
  categories: { code: string; cases: number; work: number }[];
}

const HOUR = 3_600_000;

/** The figures of the same events, instant and days as the model. */
export function figuresOf(
  model: Model,
  events: readonly CaseEvent[],
  { begin, days }: { begin: number; days: number },
): Figures {
  const came = model.days.flat(2);
  const known = events.filter(({ at }) => at < begin);
  const lives = livesOf(known, begin);
  const repaired = lives.filter(
    ({ repairedAt }) => repairedAt !== null && repairedAt >= begin - days * 24 * HOUR,
  );
  const weekly = (hours: number) => (hours / days) * WEEK;
  return {
    ...{ cases: came.length, repaired: repaired.length, arrivals: came.length / days },
    ...{ waiting: model.backlog.length, crews: crewsOf(model) },
    workHours: came.length > 0 ? median(came.map(({ work }) => work)) : null,
    week: {
      came: weekly(sum(came.map(({ work, outside }) => (outside ? 0 : work)))),
      done: weekly(sum(repaired.map((life) => (bySupplier(life) ? 0 : (life.worked ?? life.planned ?? 0))))),
      staffed: model.crews && sum(model.crews.map(({ count, hours }) => count * hours)),
    },
    lateShare: lateShareOf(lives, dueOf(known), begin - days * 24 * HOUR, begin),
    categories: categoriesOf(came),
  };
}

function crewsOf({ crews }: Model): Figures['crews'] {
  const working = crews?.filter(({ count }) => count > 0) ?? [];
  const count = sum(working.map((one) => one.count));
  if (count === 0) return null;
  const hours = sum(working.map((one) => one.count * one.hours)) / count;
  return { count: count / working.length, hours, days: working.length };
}

const dueOf = (events: readonly CaseEvent[]) =>
  new Map(
    events.flatMap(({ name, caseId, at, amount }): [string, number][] =>
      name === 'opened' && amount !== null ? [[caseId, at + amount * HOUR]] : [],
    ),
  );

function lateShareOf(
  lives: readonly CaseLife[],
  due: ReadonlyMap<string, number>,
  from: number,
  to: number,
): number | null {
  const late = lives.flatMap(({ id, repairedAt, endedAt }): number[] => {
    const dueAt = due.get(id);
    if (dueAt === undefined || dueAt < from || dueAt >= to) return [];
    if (repairedAt === null && endedAt !== null) return [];
    return [repairedAt === null || repairedAt > dueAt ? 1 : 0];
  });
  return mean(late);
}

function categoriesOf(came: readonly { category: string; work: number }[]): Figures['categories'] {
  const all = sum(came.map(({ work }) => work));
  return [...new Set(came.map(({ category }) => category))]
    .map((code) => {
      const own = came.filter(({ category }) => category === code);
      return { code, cases: own.length, work: all > 0 ? sum(own.map(({ work }) => work)) / all : 0 };
    })
    .sort((a, b) => b.work - a.work || a.code.localeCompare(b.code));
}
