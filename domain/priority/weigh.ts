import type { Instant } from '../case/state';
import { factorOf } from '../standing/standing';
import type { Band, CaseStatus, ClockKind, Danger, Emergency, ExposureKind } from '../vocabulary';
import type { KnownDanger } from './danger';
import { type Person, peopleOf, type Reporter } from './people';
import { exposureTo, mostExposing, type Nearby } from './place';
import { type Known, type Priority, priorityOf } from './score';
import { daysOpen, mostUsed, type RunningClock, usedOf } from './time';
import { type Parts, unknownBelieved } from './weights';

/** Everything about a case that its priority is made of. */
export interface Weighable {
  status: CaseStatus;
  emergency: Emergency;
  /** As the case has it: what staff said last, or the greatest that was declared. */
  danger: Danger;
  openedAt: Instant;
  reporters: Reporter[];
  /** Staff have said that the new people up to then are real. */
  realUntil: Instant | null;
  nearby: Nearby[];
  clocks: RunningClock[];
}

/** Why a priority is what it is, for people to read. */
export interface Reasons {
  danger: { by: 'staff' | 'reporters'; level: Danger };
  people: { counted: number; confirmed: number; held: number };
  place: { kind: ExposureKind; name: string; metres: number } | null;
  deadline: { clock: ClockKind; dueAt: Instant } | null;
  days: number;
}

export interface Weighed {
  score: number;
  /** As without a burst that nobody has said to be real: that moves no case from one band to another. */
  band: Band;
  parts: Parts;
  reasons: Reasons;
  /** Since when new people are a burst. */
  burstAt: Instant | null;
}

/** The priority of a case at `now`; SLA time runs `speed` times faster than the clock on the wall. */
export function weigh(of: Weighable, now: Instant, speed: number): Weighed {
  const { counted, certain, held, burstAt } = peopleOf(of.reporters, of.realUntil);
  const place = mostExposing(of.nearby);
  const clock = mostUsed(of.clocks, now);
  const days = daysOpen(of.openedAt, now, speed);
  const surroundings = {
    emergency: of.emergency,
    exposure: place ? exposureTo(place) : 0,
    used: clock ? usedOf(clock, now) : 0,
    days,
  };
  const by = (people: Person[]): Priority =>
    priorityOf({ ...surroundings, people: people.length, danger: dangerBy(of, people) });
  const { score, parts, band } = by(counted);
  return {
    ...{ score, parts, burstAt },
    band: burstAt === null ? band : by(certain).band,
    reasons: {
      danger: { by: isDeclared(of) ? 'reporters' : 'staff', level: of.danger },
      people: {
        counted: counted.length,
        confirmed: counted.filter(({ confirmed }) => confirmed).length,
        held,
      },
      place: place && { ...place, metres: Math.round(place.metres) },
      deadline: clock && { clock: clock.kind, dueAt: clock.dueAt },
      days,
    },
  };
}

/** Whoever verifies says how dangerous it is, and the technician on site after that. */
const isDeclared = ({ status }: Pick<Weighable, 'status'>): boolean => status === 'verifying';

const dangerBy = (of: Weighable, people: readonly Person[]): KnownDanger =>
  isDeclared(of)
    ? {
        by: 'reporters',
        // As the standing was when they spoke: waiting takes nothing away.
        voices: people.map(({ danger, judgements, firstAt }) => ({
          danger,
          weight: unknownBelieved * factorOf(judgements, firstAt),
        })),
      }
    : { by: 'staff', level: of.danger };

/** The priority that a case opens with: one person's word, of whom nothing else is known yet. */
export function openingPriority({ danger, emergency }: { danger: Danger; emergency: Emergency }): Priority {
  const voices = [{ danger, weight: unknownBelieved }];
  const known: Known = {
    ...{ emergency, danger: { by: 'reporters', voices } },
    ...{ people: 1, exposure: 0, used: 0, days: 0 },
  };
  return priorityOf(known);
}
