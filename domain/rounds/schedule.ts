import { leaveBefore, readyAfter } from './breaks';
import type { Instance } from './instance';
import type { PlannedBreak } from './types';

/** The times of a round, in seconds from the start of the shift; of its stops in their order. */
export interface Schedule {
  arrive: number[];
  start: number[];
  leave: number[];
  breaks: PlannedBreak[];
  backAt: number;
  travelled: number;
}

/** Where the crew stands on its way: `idle` since it left, `arrive` and `ready` at the next stop. */
interface Leg {
  idle: number;
  arrive: number;
  ready: number;
}

/**
 * When what happens on a round of these nodes. The breaks are taken where the crew is back the earliest, or, where the
 * round does not fit, as soon as they may begin. A break begins on arrival if it can, else on the way.
 */
export function scheduleOf(instance: Instance, order: readonly number[]): Schedule {
  const { travel, size, service, opens, breaks } = instance;
  const taken = fittingBreaks(instance, order);
  const schedule: Schedule = { arrive: [], start: [], leave: [], breaks: [], backAt: 0, travelled: 0 };
  let idle = 0;
  for (let i = 0; i <= order.length; i++) {
    const seconds = travel[(order[i - 1] ?? 0) * size + (order[i] ?? 0)]!;
    const leg: Leg = { idle, arrive: idle + seconds, ready: idle + seconds };
    takeBreaks(instance, schedule.breaks, leg, taken?.[i]);
    schedule.travelled += seconds;
    schedule.backAt = leg.ready;
    const node = order[i];
    if (node === undefined) break;
    const start = Math.max(leg.ready, opens[node]!);
    idle = start + service[node]!;
    schedule.arrive.push(leg.arrive);
    schedule.start.push(start);
    schedule.leave.push(idle);
  }
  const back = schedule.backAt;
  takeBreaks(instance, schedule.breaks, { idle: back, arrive: back, ready: back }, breaks.length);
  return schedule;
}

/** Takes the next breaks on a leg: so many that `taken` are, or those that may begin before the crew is ready. */
function takeBreaks({ breaks }: Instance, done: PlannedBreak[], leg: Leg, taken: number | undefined): void {
  for (let k = done.length; k < (taken ?? breaks.length); k++) {
    const { earliest, latest, seconds } = breaks[k]!;
    if (taken === undefined && leg.ready < earliest) return;
    const soonest = Math.max(leg.idle, earliest);
    // The next break may be due at once.
    const another = taken !== undefined && k + 1 < taken;
    const startAt = another ? soonest : Math.max(soonest, Math.min(leg.ready, latest));
    if (startAt < leg.ready) leg.arrive += seconds;
    leg.idle = startAt + seconds;
    leg.ready = Math.max(leg.ready, earliest) + seconds;
    done.push({ startAt, endAt: leg.idle });
  }
}

/** How many breaks are taken until the crew is ready at each stop and at the depot; null where the round does not fit. */
function fittingBreaks(instance: Instance, order: readonly number[]): number[] | null {
  const { travel, size, service, opens, closes, breaks, horizon } = instance;
  const counts = Array.from({ length: breaks.length + 1 }, (_, k) => k);
  const never = Number.POSITIVE_INFINITY;
  const leave = [counts.map((k) => (k === 0 ? 0 : never))];
  const ready: number[][] = [];
  const legs = [...order, 0].map((node, i) => travel[(order[i - 1] ?? 0) * size + node]!);
  const after = (i: number, from: number, to: number) =>
    leave[i]![from] === never ? never : readyAfter(breaks, leave[i]![from]!, legs[i]!, from, to);
  for (const [i, node] of [...order, 0].entries()) {
    const soonest = counts.map((k) => Math.min(...counts.slice(0, k + 1).map((from) => after(i, from, k))));
    ready.push(soonest);
    leave.push(
      soonest.map((time) => {
        const start = Math.max(time, opens[node]!);
        return start > closes[node]! ? never : start + service[node]!;
      }),
    );
  }
  const back = ready.at(-1)!;
  const fitting = counts.filter((k) => back[k]! <= leaveBefore(breaks, horizon, 0, k, breaks.length));
  if (fitting.length === 0) return null;
  let k = fitting.reduce((best, other) => (back[other]! < back[best]! ? other : best));
  const taken: number[] = [];
  for (let i = order.length; i >= 0; i--) {
    taken.unshift(k);
    k = counts.slice(0, k + 1).findLast((from) => after(i, from, taken[0]!) === ready[i]![taken[0]!])!;
  }
  return taken;
}
