import { createRandom, type Random } from '../rounds/random';
import { type Coming, type Model, WEEK, waitOf } from './model';
import { type Job, type Scenario, serve } from './serve';
import { draw } from './survival';

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
  /** Cases that wait now, and at the end of each day to come. */
  daily: Expected[];
}

/** Two forecasts of the same cases, and what differs in one and the same run. */
export interface Comparison {
  today: Forecast;
  otherwise: Forecast;
  change: { lateShare: Expected; backlog: Expected };
}

interface Horizon {
  /** How many days to come, and how often they are played. */
  days: number;
  times: number;
  seed: number;
}

interface Run {
  lateShare: number;
  crewWait: number;
  daily: number[];
}

/**
 * A department's days to come, many times over: days like those that were, each case waiting for its own reasons and then
 * for a crew. Every scenario meets the same cases. The same seed gives the same forecast.
 */
export function forecast(model: Model, scenario: Scenario, horizon: Horizon): Forecast {
  return forecastOf(runsOf(model, scenario, horizon));
}

/** What the scenario would change: both are played with the same cases, so that chance does not hide the difference. */
export function compare(model: Model, scenario: Scenario, horizon: Horizon): Comparison {
  const before = runsOf(model, today, horizon);
  const after = runsOf(model, scenario, horizon);
  const change = (of: (run: Run) => number) =>
    expected(after.map((run, index) => of(run) - of(before[index]!)));
  return {
    today: forecastOf(before),
    otherwise: forecastOf(after),
    change: { lateShare: change(({ lateShare }) => lateShare), backlog: change(backlogOf) },
  };
}

const runsOf = (model: Model, scenario: Scenario, { days, times, seed }: Horizon): Run[] =>
  Array.from({ length: times }, (_none, index) =>
    run(model, scenario, days, createRandom(seed + index * 7919)),
  );

const backlogOf = ({ daily }: Run): number => daily.at(-1)!;

const forecastOf = (runs: readonly Run[]): Forecast => ({
  lateShare: expected(runs.map(({ lateShare }) => lateShare)),
  backlog: expected(runs.map(backlogOf)),
  crewWait: expected(runs.map(({ crewWait }) => crewWait)),
  daily: runs[0]!.daily.map((_first, day) => expected(runs.map(({ daily }) => daily[day]!))),
});

function run(model: Model, scenario: Scenario, days: number, random: Random): Run {
  const jobs = [
    ...model.backlog.map((one) => jobOf(model, one, random)),
    ...arrivals(model, days, random).map((one) => jobOf(model, one, random)),
  ].filter(({ at, category }) => at < 0 || !scenario.without.includes(category));
  const end = days * 24;
  const alone = (job: Job) => model.crews === null || job.outside;
  for (const job of jobs) if (alone(job)) job.doneAt = job.readyAt;
  if (model.crews)
    serve(
      jobs.filter((job) => !alone(job)),
      model.crews,
      scenario,
      end,
    );
  const due = jobs.filter(({ dueAt }) => dueAt !== null && dueAt >= 0 && dueAt < end);
  const late = due.filter(({ dueAt, doneAt }) => doneAt > dueAt!).length;
  const kept = model.keptDeadlines.filter((dueAt) => dueAt < end).length;
  const served = jobs.filter(({ startedAt }) => Number.isFinite(startedAt));
  const waited = served.reduce((total, { startedAt, readyAt }) => total + startedAt - readyAt, 0);
  return {
    lateShare: late / Math.max(1, due.length + kept),
    crewWait: served.length > 0 ? waited / served.length : 0,
    daily: dailyOf(jobs, days),
  };
}

/** How many wait now and at the end of each day: they have come, and are not done. */
function dailyOf(jobs: readonly Job[], days: number): number[] {
  const changes = Array.from({ length: days + 1 }, () => 0);
  for (const { at, doneAt } of jobs) {
    changes[at < 0 ? 0 : Math.floor(at / 24) + 1]! += 1;
    const done = Math.floor(doneAt / 24) + 1;
    if (done <= days) changes[done]! -= 1;
  }
  let waiting = 0;
  return changes.map((change) => (waiting += change));
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
function jobOf(model: Model, coming: Coming, random: Random): Job {
  const wait = draw(waitOf(model, coming), random.next(), Math.max(0, -coming.at));
  const readyAt = coming.ready ? 0 : Math.max(0, coming.at + wait);
  return { ...coming, readyAt, startedAt: Number.POSITIVE_INFINITY, doneAt: Number.POSITIVE_INFINITY };
}

function expected(values: readonly number[]): Expected {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length, low: at(0.05), high: at(0.95) };
}
