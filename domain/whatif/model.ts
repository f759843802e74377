import { type CaseLife, livesOf } from '../diagnosis/cases';
import type { CaseEvent } from '../diagnosis/event';
import { mean } from '../diagnosis/measure';
import { type Duration, type Survival, survivalOf } from './survival';

/** One case as it comes, hours counted from the instant at which the simulation begins. */
export interface Coming {
  at: number;
  category: string;
  /** When it should be repaired; null where nobody said. */
  dueAt: number | null;
  /** Hours of a crew. */
  work: number;
  /** It waits for nothing but a crew. */
  ready: boolean;
  /** A supplier does it: no crew is needed. */
  outside: boolean;
}

/** A department as it has been of late. Days and weekdays count from the instant at which the simulation begins. */
export interface Model {
  /** By weekday, the days that were, each with what came in it; `at` is the hour of the day. */
  days: Coming[][][];
  /**
   * By category, how long cases wait for anything but a crew; where no crew is known, until they are repaired. Of the
   * category '' all of them, of `SUPPLIERS` until a supplier has repaired them.
   */
  waits: Map<string, Survival>;
  /** What waits now. */
  backlog: Coming[];
  /** Deadlines to come of what is repaired already. */
  keptDeadlines: number[];
  /** Crews at work and the hours of one, by weekday; null where nobody said who is sent out. */
  crews: { count: number; hours: number }[] | null;
}

/** In the place of a category. */
const SUPPLIERS = 'supplier:';
export const bySupplier = ({ unit }: CaseLife): boolean => unit.startsWith(SUPPLIERS);
export const waitOf = ({ waits }: Model, { category, outside }: Coming): Survival =>
  waits.get(outside ? SUPPLIERS : category) ?? waits.get('')!;

const HOUR = 3_600_000;
export const WEEK = 7;
/** With fewer, a category waits as all of them do. */
export const FEWEST = 30;
/** Hours of work of which nothing is known. */
const USUAL_WORK = 1;

/**
 * What is known of a department at an instant. How long things take is read from what went on in the last days alone, also of
 * older cases (a life table of a period): habits that are gone do not count.
 * @param begin local midnight, epoch milliseconds: nothing that happened later is used
 * @param days how many days before it speak for the days to come
 */
export function modelOf(events: readonly CaseEvent[], begin: number, days: number): Model {
  const known = events.filter(({ at }) => at < begin);
  const opened = new Map(known.filter(({ name }) => name === 'opened').map((one) => [one.caseId, one]));
  const crews = crewsOf(known, begin, days);
  const lives = livesOf(known, begin);
  const usual = mean(lives.flatMap(({ worked, planned }) => worked ?? planned ?? [])) ?? USUAL_WORK;
  const told = lives.map((life) => {
    const { reason: category, amount } = opened.get(life.id)!;
    const at = (life.openedAt - begin) / HOUR;
    const outside = crews !== null && bySupplier(life);
    const byCrew = crews !== null && !outside;
    const coming: Coming = {
      ...{ at, category, dueAt: amount === null ? null : at + amount, outside },
      ...{ work: life.worked ?? life.planned ?? usual, ready: byCrew && hadCrew(life) },
    };
    return { life, coming, waited: byCrew ? waitBeforeCrew(life) : wholeWait(life, begin) };
  });
  return {
    crews,
    days: daysOf(
      told.filter(({ life }) => isWork(life)).map(({ coming }) => coming),
      days,
    ),
    waits: waitsOf(told, days),
    backlog: told.filter(({ life }) => isOpen(life)).map(({ coming }) => coming),
    keptDeadlines: told.flatMap(({ life, coming: { dueAt } }) =>
      life.repairedAt !== null && dueAt !== null && dueAt >= 0 ? [dueAt] : [],
    ),
  };
}

/** What ended in another way than by a repair was none. */
const isWork = ({ repairedAt, endedAt }: CaseLife): boolean => repairedAt !== null || endedAt === null;
const isOpen = ({ repairedAt, endedAt }: CaseLife): boolean => repairedAt === null && endedAt === null;
const hadCrew = ({ hours }: CaseLife): boolean => hours.crew > 0 || hours.work > 0;

function daysOf(comings: readonly Coming[], days: number): Coming[][][] {
  const byDay = Array.from({ length: days }, (): Coming[] => []);
  for (const one of comings) {
    const day = Math.floor(one.at / 24);
    const dueAt = one.dueAt === null ? null : one.dueAt - day * 24;
    byDay[days + day]?.push({ ...one, at: one.at - day * 24, dueAt, ready: false });
  }
  return Array.from({ length: WEEK }, (_none, weekday) =>
    byDay.filter((_day, index) => weekdayOf(index - days) === weekday),
  );
}

const weekdayOf = (day: number): number => ((day % WEEK) + WEEK) % WEEK;

interface Waiting {
  coming: Coming;
  waited: Duration;
}

function waitsOf(all: readonly Waiting[], days: number): Map<string, Survival> {
  const groups = new Map<string, Duration[]>([['', []]]);
  for (const { coming, waited } of all) {
    const from = Math.max(0, -days * 24 - coming.at);
    if (waited.hours < from) continue;
    const kinds = coming.outside ? [SUPPLIERS] : new Set(['', coming.category]);
    for (const kind of kinds) {
      const alike = groups.get(kind) ?? [];
      groups.set(kind, alike);
      alike.push({ ...waited, from });
    }
  }
  return new Map(
    [...groups]
      .filter(([kind, durations]) => kind === '' || kind === SUPPLIERS || durations.length >= FEWEST)
      .map(([kind, durations]) => [kind, survivalOf(durations)]),
  );
}

function waitBeforeCrew(life: CaseLife): Duration {
  const { verification, acceptance, assignment, others } = life.hours;
  const ended = life.repairedAt !== null || hadCrew(life);
  return { hours: verification + acceptance + assignment + others, ended };
}

/** What ended in another way than by a repair went on until then without one. */
function wholeWait({ openedAt, repairedAt, endedAt }: CaseLife, begin: number): Duration {
  const until = repairedAt ?? endedAt ?? begin;
  return { hours: (until - openedAt) / HOUR, ended: repairedAt !== null };
}

function crewsOf(events: readonly CaseEvent[], begin: number, days: number): Model['crews'] {
  const since = begin - days * 24 * HOUR;
  const staffed = events.filter(({ name, at }) => name === 'staffed' && at >= since);
  if (staffed.length === 0) return null;
  return Array.from({ length: WEEK }, (_none, weekday) => {
    const own = staffed.filter(({ at }) => weekdayOf(Math.floor((at - begin) / (24 * HOUR))) === weekday);
    const count = Math.round(own.length / (days / WEEK));
    return { count, hours: mean(own.map(({ amount }) => amount ?? 0)) ?? 0 };
  });
}
