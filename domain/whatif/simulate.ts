import { createRandom, type Random } from '../rounds/random';
import type { Coming, Model } from './model';
import { draw } from './survival';

/** What would be otherwise than today. */
export interface Scenario {
  /** More crews on every day on which there are any; fewer where below zero. */
  crews: number;
  /** The hours of each crew, as a share of today's. */
  hours: number;
  /** Categories that come no more. */
  without: readonly string[];
  /** Who is next: who has waited longest, or whose deadline comes first. */
  rule: 'first-come' | 'first-due';
}
export const today: Scenario = { crews: 0, hours: 1, without: [], rule: 'first-come' };

/** A mean over the repetitions, and between what nine of ten of them are. */
export interface Expected {
  mean: number;
  low: number;
  high: number;
}

export interface Forecast {
  /** Of the cases whose deadline falls in the time: those not repaired by then. */
  lateShare: Expected;
  /** Cases that wait at the end. */
  backlog: Expected;
  /** Mean hours for which a case that was ready waited for a crew. */
  crewWait: Expected;
}

interface Job extends Coming {
  readyAt: number;
  startedAt: number;
  doneAt: number;
}

const WEEK = 7;
/** The hour at which crews set out. */
const MORNING = 8;

/**
 * A department's days to come, many times over: days like those that were, each case waiting for its own reasons and then
 * for a crew. Every scenario meets the same cases. The same seed gives the same forecast.
 * @param days how many days to come
 */
export function forecast(
  model: Model,
  scenario: Scenario,
  { days, times, seed }: { days: number; times: number; seed: number },
): Forecast {
  const runs = Array.from({ length: times }, (_none, index) =>
    run(model, scenario, days, createRandom(seed + index * 7919)),
  );
  return {
    lateShare: expected(runs.map(({ lateShare }) => lateShare)),
    backlog: expected(runs.map(({ backlog }) => backlog)),
    crewWait: expected(runs.map(({ crewWait }) => crewWait)),
  };
}

function run(model: Model, scenario: Scenario, days: number, random: Random): Record<keyof Forecast, number> {
  const jobs = [
    ...model.backlog.map((one) => jobOf(model, one, random)),
    ...arrivals(model, days, random).map((one) => jobOf(model, one, random)),
  ].filter(({ at, category }) => at < 0 || !scenario.without.includes(category));
  const end = days * 24;
  if (model.crews) serve(jobs, model.crews, scenario, end);
  else for (const job of jobs) job.doneAt = job.readyAt;
  const due = jobs.filter(({ dueAt }) => dueAt !== null && dueAt >= 0 && dueAt < end);
  const late = due.filter(({ dueAt, doneAt }) => doneAt > dueAt!).length;
  const kept = model.keptDeadlines.filter((dueAt) => dueAt < end).length;
  const served = jobs.filter(({ startedAt }) => Number.isFinite(startedAt));
  const waited = served.reduce((total, { startedAt, readyAt }) => total + startedAt - readyAt, 0);
  return {
    lateShare: late / Math.max(1, due.length + kept),
    backlog: jobs.filter(({ doneAt }) => doneAt >= end).length,
    crewWait: served.length > 0 ? waited / served.length : 0,
  };
}

function arrivals({ days: known }: Model, days: number, random: Random): Coming[] {
  return Array.from({ length: days }, (_none, day) => {
    const alike = known[day % WEEK]!;
    const chosen = alike[random.below(alike.length)] ?? [];
    return chosen.map((one) => ({
      ...one,
      at: one.at + day * 24,
      dueAt: one.dueAt === null ? null : one.dueAt + day * 24,
    }));
  }).flat();
}

/** What is older than now has waited already: only what is left of its wait is open. */
function jobOf({ waits }: Model, coming: Coming, random: Random): Job {
  const survival = waits.get(coming.category) ?? waits.get('')!;
  const wait = draw(survival, random.next(), Math.max(0, -coming.at));
  const readyAt = coming.ready ? 0 : Math.max(0, coming.at + wait);
  return { ...coming, readyAt, startedAt: Number.POSITIVE_INFINITY, doneAt: Number.POSITIVE_INFINITY };
}

/** Each crew that is free takes the next of those that are ready, until the end of the time. */
function serve(jobs: Job[], crews: NonNullable<Model['crews']>, scenario: Scenario, end: number): void {
  const staff = crews.map(({ count, hours }) => ({
    count: count > 0 ? Math.max(0, count + scenario.crews) : 0,
    hours: Math.min(24, hours * scenario.hours),
  }));
  const most = Math.max(...staff.map(({ count }) => count));
  const free = Array.from({ length: most }, () => 0);
  const coming = jobs.filter(({ readyAt }) => readyAt < end).sort((a, b) => b.readyAt - a.readyAt);
  const waiting: Job[] = [];
  while (free.length > 0 && (coming.length > 0 || waiting.length > 0)) {
    const crew = free.indexOf(Math.min(...free));
    const now = atWork(free[crew]!, crew, staff, end);
    if (now >= end) {
      free[crew] = Number.POSITIVE_INFINITY;
      if (free.every((one) => one === Number.POSITIVE_INFINITY)) return;
      continue;
    }
    if (now > free[crew]!) {
      free[crew] = now;
      continue;
    }
    while (coming.length > 0 && coming.at(-1)!.readyAt <= now) waiting.push(coming.pop()!);
    if (waiting.length === 0) {
      free[crew] = coming.at(-1)!.readyAt;
      continue;
    }
    const [job] = waiting.splice(nextOf(waiting, scenario.rule), 1);
    job!.startedAt = now;
    job!.doneAt = after(now, job!.work, crew, staff, end);
    free[crew] = job!.doneAt;
  }
}

type Staff = { count: number; hours: number }[];

/** The hours of the day in which this crew works; none where fewer are sent out. */
function shiftOf(day: number, crew: number, staff: Staff): [number, number] {
  const { count, hours } = staff[day % WEEK]!;
  const from = day * 24 + Math.min(MORNING, 24 - hours);
  return crew < count ? [from, from + hours] : [from, from];
}

/** The first instant from `at` on at which the crew works. */
function atWork(at: number, crew: number, staff: Staff, end: number): number {
  for (let day = Math.floor(at / 24); day * 24 < end; day++) {
    const [from, to] = shiftOf(day, crew, staff);
    if (at < to) return Math.max(at, from);
  }
  return end;
}

/** When so many hours of work are done that begin at `at`. */
function after(at: number, work: number, crew: number, staff: Staff, end: number): number {
  let left = work;
  for (let now = atWork(at, crew, staff, end); now < end; now = atWork(now, crew, staff, end)) {
    const [, to] = shiftOf(Math.floor(now / 24), crew, staff);
    if (now + left <= to) return now + left;
    left -= to - now;
    now = to;
  }
  return Number.POSITIVE_INFINITY;
}

function nextOf(waiting: readonly Job[], rule: Scenario['rule']): number {
  if (rule === 'first-come') return 0;
  let best = 0;
  for (let index = 1; index < waiting.length; index++)
    if (dueOf(waiting[index]!) < dueOf(waiting[best]!)) best = index;
  return best;
}

const dueOf = ({ dueAt }: Job): number => dueAt ?? Number.POSITIVE_INFINITY;

function expected(values: readonly number[]): Expected {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length, low: at(0.05), high: at(0.95) };
}
