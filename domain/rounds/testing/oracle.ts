import type { RoundProblem, Stop } from '../types';

/** What the best round comes to, the most important first, so that the greater one is better. */
export type Best = [priorityP1: number, priority: number, minusBackAt: number, minusTravel: number];

/** A part of a round: the stops visited, the last of them, and where the crew stands. */
interface Part {
  visited: Stop[];
  /** Index in the matrix. */
  at: number;
  free: number;
  breaks: number;
  travelled: number;
}

const worth = (stops: readonly Stop[]) => stops.reduce((sum, { priority }) => sum + Math.max(1, priority), 0);
const isP1 = ({ band }: Stop) => band === 'P1';

/**
 * The best that any round can come to, found by trying all: parts of rounds grow by one stop at a time, and of those
 * with the same stops, place and breaks only such live on as no other beats in both time and travel. Written from
 * the words of the problem alone, to hold the planner against. Null where not even the locked stops fit.
 */
export function bestOf(problem: RoundProblem, current: readonly string[]): Best | null {
  const travel = withShortcuts(problem.travel);
  const rules = rulesOf(problem, current);
  let parts: Part[] = [{ visited: [], at: 0, free: problem.shift.from, breaks: 0, travelled: 0 }];
  let best: Best | null = null;
  while (parts.length > 0) {
    for (const part of parts) {
      const found = rules.complete(part.visited) ? finish(problem, travel, part) : null;
      if (found && (!best || isGreater(found, best))) best = found;
    }
    const grown = new Map<string, Part[]>();
    for (const part of parts) {
      for (const [index, stop] of problem.stops.entries()) {
        if (!rules.mayFollow(part.visited, stop)) continue;
        for (const longer of visit(problem, travel, part, stop, index + 1)) {
          const key = `${longer.visited.map(({ id }) => id).sort()}|${longer.at}|${longer.breaks}`;
          const rivals = grown.get(key) ?? [];
          if (rivals.some((other) => other.free <= longer.free && other.travelled <= longer.travelled))
            continue;
          const beaten = (other: Part) => longer.free <= other.free && longer.travelled <= other.travelled;
          grown.set(key, [...rivals.filter((other) => !beaten(other)), longer]);
        }
      }
    }
    parts = [...grown.values()].flat();
  }
  return best;
}

export function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((value, index) => value !== b[index]);
  return differs >= 0 && a[differs]! > b[differs]!;
}

/** Who may come next, by skills, bands and locks. */
function rulesOf({ stops, skills }: RoundProblem, current: readonly string[]) {
  const known = current.flatMap((id) => stops.find((stop) => stop.id === id) ?? []);
  const leading = known.slice(0, [...known.map((stop) => stop.locked === true), false].indexOf(false));
  const locked = [...known, ...stops.filter((stop) => !known.includes(stop))].filter((stop) => stop.locked);
  const early = (stop: Stop) =>
    isP1(stop) || leading.includes(stop) || (stop.locked && locked.slice(locked.indexOf(stop)).some(isP1));
  return {
    complete: (visited: Stop[]) => locked.every((stop) => visited.includes(stop)),
    mayFollow(visited: Stop[], stop: Stop) {
      if (visited.includes(stop)) return false;
      if (visited.length < leading.length) return stop === leading[visited.length];
      if (stop.locked) {
        if (locked.find((other) => !visited.includes(other)) !== stop) return false;
      } else if (stop.skills.some((skill) => !skills.includes(skill))) return false;
      return !early(stop) || visited.every(early);
    },
  };
}

/** When the crew is ready after `seconds` of travel, with no break taken, with one, with two … */
function drive({ breaks }: RoundProblem, { free, breaks: taken }: Part, seconds: number): number[] {
  const ready = [free + seconds];
  let resting = free;
  for (const { earliest, latest, seconds: pause } of breaks.slice(taken)) {
    if (Math.max(resting, earliest) > latest) break;
    resting = Math.max(resting, earliest) + pause;
    ready.push(Math.max(ready.at(-1)!, earliest) + pause);
  }
  return ready;
}

function visit(problem: RoundProblem, travel: number[][], part: Part, stop: Stop, at: number): Part[] {
  const leg = travel[part.at]![at]!;
  return drive(problem, part, leg).flatMap((ready, more) => {
    const start = stop.window ? Math.max(ready, stop.window.from) : ready;
    const free = start + stop.serviceSeconds;
    if ((stop.window && start > stop.window.to) || free > problem.shift.to) return [];
    const visited = [...part.visited, stop];
    return [{ visited, at, free, breaks: part.breaks + more, travelled: part.travelled + leg }];
  });
}

/** The part with the way back, if the crew is back in time and can take the breaks that are left at the depot. */
function finish(problem: RoundProblem, travel: number[][], part: Part): Best | null {
  const leg = travel[part.at]![0]!;
  const ends = drive(problem, part, leg).filter((backAt, more) => {
    let idle = backAt;
    const fits = problem.breaks.slice(part.breaks + more).every(({ earliest, latest, seconds }) => {
      const start = Math.max(idle, earliest);
      idle = start + seconds;
      return start <= latest;
    });
    return fits && idle <= problem.shift.to;
  });
  if (ends.length === 0) return null;
  return [worth(part.visited.filter(isP1)), worth(part.visited), -Math.min(...ends), -(part.travelled + leg)];
}

/** Whole seconds, and the way past another stop where that is shorter. */
export function withShortcuts(travel: RoundProblem['travel']): number[][] {
  const ways = travel.map((row) => row.map(Math.round));
  for (let via = 1; via < ways.length; via++) {
    for (const row of ways)
      row.forEach((way, to) => {
        row[to] = Math.min(way, row[via]! + ways[via]![to]!);
      });
  }
  return ways;
}
