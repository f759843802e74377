import { type CaseLife, type CaseStage, livesOf, stages } from './cases';
import type { CaseEvent } from './event';

/** What a department's events say about a period. Shares are between 0 and 1; null where nothing is known. */
export interface Measures {
  /** Opened in the period, repaired in it, and waiting before and after it. */
  cases: number;
  completed: number;
  openBefore: number;
  openAfter: number;
  /** Of the cases opened in the period: those whose repair was late. */
  lateShare: number;
  /** Median age of what waits at the end, in days. */
  ageDays: number;
  /** Mean hours per case that went through the stage. */
  hours: Record<CaseStage, number>;
  /** Hours of work that arrived over hours that crews had; null where nobody said what they have. */
  load: number | null;
  /** Hours worked over hours planned: 1 where work takes what it usually takes. */
  touch: number | null;
  /** Per case: given back or passed on, something missing, reopened. */
  bounces: number;
  missing: number;
  rework: number;
  /** Mean metres for each arrival. */
  metres: number | null;
  /** Verifications after their deadline, and escalations that nobody took notice of, as shares of all. */
  lateVerification: number;
  unseen: number | null;
  escalations: number;
  /** Mean days until a review was closed, or that it has been open. */
  reviewDays: number | null;
  reviews: number;
  /** Variation of the crews' hours per hour that they have: 0 where all have the same. */
  spread: number | null;
  /** How much more of its hours the busiest crew uses than the mean one; at least 1. */
  busiest: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Period {
  /** Milliseconds since the epoch; the end is not part of it. */
  from: number;
  to: number;
}

/** The measures of one department. @param events all of it that are known, also from before the period */
export function measure(events: readonly CaseEvent[], { from, to }: Period): Measures {
  const known = events.filter(({ at }) => at < to);
  const lives = livesOf(known, to);
  return measureLives(lives, known, { from, to });
}

/** The same of lives that were read before: what a resampling repeats. @param each how many cases each life stands for */
export function measureLives(
  lives: readonly CaseLife[],
  events: readonly CaseEvent[],
  { from, to }: Period,
  each = 1,
): Measures {
  const opened = lives.filter(({ openedAt }) => openedAt >= from);
  const within = (at: number | null): at is number => at !== null && at >= from && at < to;
  const completed = lives.filter(({ repairedAt }) => within(repairedAt));
  const waits = (life: CaseLife, at: number) =>
    life.openedAt < at && (life.repairedAt ?? life.endedAt ?? Number.POSITIVE_INFINITY) >= at;
  const openAfter = lives.filter((life) => waits(life, to));
  const escalations = sum(opened.map((life) => life.escalations));
  const reviews = reviewDays(events, { from, to });
  const crews = crewsOf(completed, events, { from, to });
  const staffed = sum(crews.map((crew) => crew.staffed));
  return {
    cases: opened.length,
    completed: completed.length,
    openBefore: lives.filter((life) => waits(life, from)).length,
    openAfter: openAfter.length,
    lateShare: share(opened, ({ breached }) => breached.includes('repair')),
    ageDays: median(openAfter.map(({ openedAt }) => (to - openedAt) / DAY)),
    hours: Object.fromEntries(
      stages.map((stage) => [stage, mean(opened.map(({ hours }) => hours[stage])) ?? 0]),
    ) as Measures['hours'],
    load: staffed > 0 ? (each * opened.length * (mean(known(completed, 'worked')) ?? 0)) / staffed : null,
    touch: ratio(completed),
    bounces: mean(opened.map((life) => life.bounces)) ?? 0,
    missing: mean(opened.map((life) => life.missing)) ?? 0,
    rework: mean(completed.map((life) => life.reopened)) ?? 0,
    metres: mean(opened.flatMap((life) => life.metres)),
    lateVerification: share(opened, ({ breached }) => breached.includes('verification')),
    unseen: escalations > 0 ? sum(opened.map((life) => life.unseen)) / escalations : null,
    escalations,
    reviewDays: mean(reviews),
    reviews: reviews.length,
    ...spreadOf(crews),
  };
}

const known = (lives: readonly CaseLife[], field: 'worked' | 'planned'): number[] =>
  lives.flatMap((life) => life[field] ?? []);

function ratio(lives: readonly CaseLife[]): number | null {
  const both = lives.filter(({ worked, planned }) => worked !== null && planned !== null);
  const planned = sum(known(both, 'planned'));
  return planned > 0 ? sum(known(both, 'worked')) / planned : null;
}

interface CrewHours {
  staffed: number;
  worked: number;
}

function crewsOf(
  completed: readonly CaseLife[],
  events: readonly CaseEvent[],
  { from, to }: Period,
): CrewHours[] {
  const crews = new Map<string, CrewHours>();
  const of = (unit: string) => {
    const crew = crews.get(unit) ?? { staffed: 0, worked: 0 };
    crews.set(unit, crew);
    return crew;
  };
  for (const { name, at, unit, amount } of events)
    if (name === 'staffed' && at >= from && at < to) of(unit).staffed += amount ?? 0;
  for (const { unit, worked } of completed) if (crews.has(unit)) of(unit).worked += worked ?? 0;
  return [...crews.values()];
}

/** Coefficient of variation of the crews' use of their hours, and the largest of it. */
function spreadOf(crews: readonly CrewHours[]): Pick<Measures, 'spread' | 'busiest'> {
  const used = crews.filter(({ staffed }) => staffed > 0).map(({ staffed, worked }) => worked / staffed);
  const average = mean(used);
  if (used.length < 2 || !average) return { spread: null, busiest: 1 };
  const variance = sum(used.map((one) => (one - average) ** 2)) / used.length;
  return { spread: Math.sqrt(variance) / average, busiest: Math.max(...used) / average };
}

/** A review that is still open counts until the end of the period. */
function reviewDays(events: readonly CaseEvent[], { from, to }: Period): number[] {
  const days: number[] = [];
  const open = new Map<string, number[]>();
  for (const { name, at, caseId } of events) {
    if (name === 'review-opened' && at >= from) open.set(caseId, [...(open.get(caseId) ?? []), at]);
    const began = name === 'review-closed' ? open.get(caseId)?.shift() : undefined;
    if (began !== undefined) days.push((at - began) / DAY);
  }
  for (const rest of open.values()) for (const began of rest) days.push((to - began) / DAY);
  return days;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? sum(values) / values.length : null;
const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  values.length > 0 ? values.filter(holds).length / values.length : 0;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0
    ? 0
    : sorted.length % 2
      ? sorted[middle]!
      : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
