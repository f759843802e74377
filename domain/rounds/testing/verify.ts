import type { RoundPlan, RoundProblem } from '../types';
import { withShortcuts } from './oracle';

/** What is wrong with a plan, in words; empty when it keeps every rule of its problem. Conflicts are no excuse. */
export function faultsOf(problem: RoundProblem, current: readonly string[], plan: RoundPlan): string[] {
  const faults: string[] = [];
  const claim = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const { shift, breaks, skills } = problem;
  const stopOf = (id: string) => problem.stops.find((stop) => stop.id === id)!;
  const visited = plan.stops.map(({ id }) => id);
  const everything = [...visited, ...plan.left.map(({ id }) => id)].sort();
  claim(
    everything.join() ===
      problem.stops
        .map(({ id }) => id)
        .sort()
        .join(),
    'every stop is served or left, once',
  );

  let idle = shift.from;
  let clock = 0;
  for (const [index, { id, arriveAt, startAt, leaveAt }] of plan.stops.entries()) {
    const stop = stopOf(id);
    claim(arriveAt >= idle && startAt >= arriveAt, `${id}: in order`);
    claim(leaveAt - startAt === stop.serviceSeconds, `${id}: service`);
    claim(!stop.window || (startAt >= stop.window.from && startAt <= stop.window.to), `${id}: window`);
    claim(stop.locked === true || stop.skills.every((skill) => skills.includes(skill)), `${id}: skill`);
    clock += travelTime(
      problem,
      plan.stops[index - 1]?.id,
      id,
      arriveAt - idle - rested(plan, idle, arriveAt),
    );
    idle = leaveAt;
  }
  clock += travelTime(
    problem,
    visited.at(-1),
    undefined,
    plan.backAt - idle - rested(plan, idle, plan.backAt),
  );
  claim(clock === 0, 'travel has its time');
  claim(plan.backAt >= idle && plan.backAt <= shift.to, 'back within the shift');

  claim(plan.breaks.length === breaks.length, 'every break is taken');
  for (const [index, { startAt, endAt }] of plan.breaks.entries()) {
    const { earliest, latest, seconds } = breaks[index]!;
    claim(startAt >= earliest && startAt <= latest && endAt - startAt === seconds, `break ${index}: time`);
    claim(
      startAt >= (plan.breaks[index - 1]?.endAt ?? shift.from) && endAt <= shift.to,
      `break ${index}: order`,
    );
    claim(
      plan.stops.every((stop) => endAt <= stop.startAt || startAt >= stop.leaveAt),
      `break ${index}: at work`,
    );
  }

  const locked = current.filter((id) => stopOf(id)?.locked);
  const leading = current.slice(
    0,
    [...current.map((id) => stopOf(id).locked === true), false].indexOf(false),
  );
  claim(visited.filter((id) => stopOf(id).locked).join() === locked.join(), 'locked stops in their order');
  claim(visited.slice(0, leading.length).join() === leading.join(), 'leading locked stops first');
  const rest = visited.slice(leading.length).filter((id) => !stopOf(id).locked);
  const bands = rest.map((id) => stopOf(id).band === 'P1');
  claim(!bands.slice(bands.indexOf(false)).includes(true) || !bands.includes(false), 'P1 before the others');
  return faults;
}

/** How much of the given time is too little for the travel between two stops, or the depot. */
function travelTime(
  { stops, travel }: RoundProblem,
  from: string | undefined,
  to: string | undefined,
  given: number,
): number {
  const index = (id: string | undefined) =>
    id === undefined ? 0 : stops.findIndex((stop) => stop.id === id) + 1;
  return Math.max(0, withShortcuts(travel)[index(from)]![index(to)]! - given);
}

/** Seconds of breaks within a span. */
const rested = ({ breaks }: RoundPlan, from: number, to: number) =>
  breaks.reduce(
    (sum, { startAt, endAt }) => sum + Math.max(0, Math.min(endAt, to) - Math.max(startAt, from)),
    0,
  );
