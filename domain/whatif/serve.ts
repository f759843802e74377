import { type Coming, type Model, WEEK } from './model';

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

export interface Job extends Coming {
  readyAt: number;
  startedAt: number;
  doneAt: number;
}

/** The hour at which crews set out. */
const MORNING = 8;

/** Each crew that is free takes the next of those that are ready, until the end of the time. */
export function serve(
  jobs: Job[],
  crews: NonNullable<Model['crews']>,
  scenario: Scenario,
  end: number,
): void {
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
    while (coming.length > 0 && coming.at(-1)!.readyAt <= now) queue(waiting, coming.pop()!, scenario.rule);
    if (waiting.length === 0) {
      free[crew] = coming.at(-1)!.readyAt;
      continue;
    }
    const job = waiting.shift()!;
    job.startedAt = now;
    job.doneAt = after(now, job.work, crew, staff, end);
    free[crew] = job.doneAt;
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

/** Puts a case where it will be taken: behind those that have waited longer, or that are due no later. */
function queue(waiting: Job[], job: Job, rule: Scenario['rule']): void {
  if (rule === 'first-come') {
    waiting.push(job);
    return;
  }
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dueOf(waiting[middle]!) <= dueOf(job)) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, job);
}

const dueOf = ({ dueAt }: Job): number => dueAt ?? Number.POSITIVE_INFINITY;
