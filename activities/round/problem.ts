import type { RoundBreak } from '../../db/entities';
import type { StopTask } from '../../domain/round/state';
import { streetTravel } from '../../domain/rounds/travel';
import type { Break, Place, RoundProblem, Span, Stop } from '../../domain/rounds/types';
import type { Band } from '../../domain/vocabulary';

/** A case as planning needs it. */
export interface ToVisit {
  caseId: string;
  task: StopTask;
  band: Band;
  priority: number;
  serviceMinutes: number;
  skill: string | null;
  place: Place;
  locked: boolean;
}

/** Whoever drives, from where, until when. */
export interface Way {
  /** Seconds since the epoch. */
  shift: Span;
  start: Place;
  /** Where the crew returns to. */
  depot: Place;
  breaks: readonly RoundBreak[];
  skills: readonly string[];
}

/** Longitude before latitude, as GeoJSON has it. */
export const placeOf = ({ lat, lon }: { lat: number; lon: number }): Place => [lon, lat];

export const seconds = (at: Date | number): number => Math.round(Number(at) / 1000);
export const dateOf = (at: number): Date => new Date(at * 1000);

/** The problem in the planner's words. A break that should have begun before `shift.from` is over. */
export async function problemOf(way: Way, visits: readonly ToVisit[]): Promise<RoundProblem> {
  const places = visits.map(({ place }) => place);
  // The first row is where the crew is, the first column where it returns to.
  const [from, to] = await Promise.all([
    streetTravel().matrix([way.start, ...places]),
    streetTravel().matrix([way.depot, ...places]),
  ]);
  const travel = from.map((row, index) => [index === 0 ? 0 : to[index]![0]!, ...row.slice(1)]);
  return { stops: visits.map(stopOf), travel, shift: way.shift, skills: way.skills, breaks: breaksOf(way) };
}

/** The breaks that the crew can still begin in time, one after the other, and end within the shift. */
export function breaksOf({ breaks, shift }: Pick<Way, 'breaks' | 'shift'>): Break[] {
  const possible: Break[] = [];
  let idle = shift.from;
  for (const { earliest, latest, minutes } of breaks) {
    const pause = {
      earliest: seconds(new Date(earliest)),
      latest: seconds(new Date(latest)),
      seconds: minutes * 60,
    };
    const start = Math.max(idle, pause.earliest);
    if (start > pause.latest || start + pause.seconds > shift.to) continue;
    possible.push(pause);
    idle = start + pause.seconds;
  }
  return possible;
}

/** Whoever cordons a place off needs no other skill. */
const stopOf = ({ caseId, task, band, priority, serviceMinutes, skill, locked }: ToVisit): Stop => ({
  ...{ id: caseId, band, priority, locked },
  serviceSeconds: serviceMinutes * 60,
  skills: task === 'repair' && skill !== null ? [skill] : [],
});
