import { checkProblem } from './check';
import { compile, isAble, worthOf } from './compile';
import { solveExactly } from './exact';
import type { Instance } from './instance';
import { hopeless } from './left';
import { createRandom } from './random';
import { type Schedule, scheduleOf } from './schedule';
import { search } from './search';
import type { Conflict, LeftWhy, PlanOptions, RoundPlan, RoundProblem } from './types';

/** A round of so many stops is planned exactly, in milliseconds. */
export const exactUpTo = 12;

/** How many tries suit a number of stops: with 100 and more they take most of a second of one core. */
const triesFor = (stops: number) => Math.round(45_000 * Math.min(1, 100 / stops));

/**
 * Plans a crew's round: which stops in which order. Of two rounds the better one has
 * 1. more priority of P1 stops, which are visited before all others;
 * 2. then more priority in all;
 * 3. then the earlier return (travel and waiting alike);
 * 4. then less travel.
 *
 * The crew leaves at the start of the shift, waits for the windows of stops, takes its breaks, and is back by the end
 * of the shift; a break not taken on the way is taken at the depot after the return, within the shift. A stop is for
 * a crew with all its skills.
 *
 * Locked stops are always served. Those that lead the `current` order stay the first, exactly so; the others keep
 * their order among themselves, with other stops between them, and one that is kept before a locked P1 stop may be
 * visited before P1 stops. Where the locked stops alone do not fit, the plan is these alone, and `conflicts` says what
 * does not fit; a locked stop whose skill the crew lacks is a conflict too, but the rest is planned.
 *
 * Up to twelve stops that the crew can serve the plan is the best there is; beyond, the best that the search finds,
 * the same for the same seed.
 * @throws DomainError `invalid-input`, `fields` naming what is malformed
 */
export function planRound(problem: RoundProblem, options: PlanOptions): RoundPlan {
  checkProblem(problem);
  const { seed, current = [], iterations = triesFor(problem.stops.length), keepGoing = () => true } = options;
  const compiled = compile(problem, current);
  const whys = hopeless(compiled);
  const instance = { ...compiled, free: compiled.free.filter((node) => !whys.has(node)) };
  const { prefix, chain, free } = instance;
  const few = prefix.length + chain.length + free.length <= exactUpTo;
  const route = few
    ? solveExactly(instance, keepGoing)
    : search(instance, { random: createRandom(seed), iterations, keepGoing });
  const order = [...route.order.subarray(1, route.length + 1)];
  return present(problem, instance, order, whys);
}

function present(
  problem: RoundProblem,
  instance: Instance,
  order: readonly number[],
  whys: ReadonlyMap<number, LeftWhy>,
): RoundPlan {
  const { stops, shift } = problem;
  const schedule = scheduleOf(instance, order);
  const at = (seconds: number) => shift.from + seconds;
  const served = new Set(order);
  return {
    stops: order.map((node, index) => ({
      id: stops[node - 1]!.id,
      arriveAt: at(schedule.arrive[index]!),
      startAt: at(schedule.start[index]!),
      leaveAt: at(schedule.leave[index]!),
    })),
    breaks: schedule.breaks.map(({ startAt, endAt }) => ({ startAt: at(startAt), endAt: at(endAt) })),
    backAt: at(schedule.backAt),
    travelSeconds: schedule.travelled,
    served: order.reduce((sum, node) => sum + worthOf(stops[node - 1]!), 0),
    left: stops.flatMap((stop, index) => {
      if (served.has(index + 1)) return [];
      return { id: stop.id, why: isAble(problem, stop) ? (whys.get(index + 1) ?? 'no-time') : 'skill' };
    }),
    conflicts: conflictsOf(problem, instance, order, schedule),
  };
}

function conflictsOf(
  problem: RoundProblem,
  { closes, horizon, breaks }: Instance,
  order: readonly number[],
  schedule: Schedule,
): Conflict[] {
  const conflicts: Conflict[] = order.flatMap((node, index) => {
    const stop = problem.stops[node - 1]!;
    const late: Conflict[] = schedule.start[index]! > closes[node]! ? [{ id: stop.id, why: 'window' }] : [];
    return isAble(problem, stop) ? late : [...late, { id: stop.id, why: 'skill' }];
  });
  const lateBreak = schedule.breaks.some(
    ({ startAt, endAt }, k) => startAt > breaks[k]!.latest || endAt > horizon,
  );
  if (lateBreak) conflicts.push({ id: null, why: 'break' });
  if (schedule.backAt > horizon) conflicts.push({ id: null, why: 'shift' });
  return conflicts;
}
