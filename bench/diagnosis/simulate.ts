import type { CaseEvent } from '../../domain/diagnosis/event';
import type { Period } from '../../domain/diagnosis/measure';
import { createRandom, type Random } from '../../domain/rounds/random';

export const causes = ['understaffed', 'badly-organised', 'badly-managed'] as const;
export type Cause = (typeof causes)[number];

/** How a department works. Hours are working hours, days those of the calendar. */
export interface Habits {
  /** Hours of work that arrive over hours that crews have. */
  load: number;
  /** Mean waits of whoever has nothing in the way. */
  verification: number;
  acceptance: number;
  assignment: number;
  /** Chances, per visit, that the crew gives it back, and that something is missing. */
  bounce: number;
  missing: number;
  /** Mean metres to a visit. */
  metres: number;
  /** Chance that nobody takes notice of an escalation; mean days until a review is closed. */
  unseen: number;
  reviewDays: number;
  /** How much more work the last crew gets than the first. */
  skew: number;
}

const between = (random: Random, low: number, high: number) => low + random.next() * (high - low);

/** Any healthy department: none is like another. */
const healthy = (random: Random): Habits => ({
  load: between(random, 0.45, 0.8),
  verification: between(random, 1, 6),
  acceptance: between(random, 1, 6),
  assignment: between(random, 2, 12),
  bounce: between(random, 0.01, 0.08),
  missing: between(random, 0.01, 0.06),
  metres: between(random, 1500, 4500),
  unseen: between(random, 0, 0.25),
  reviewDays: between(random, 3, 14),
  skew: between(random, 0, 0.3),
});

/**
 * What can go wrong, by cause: the first two of a bad management show by themselves, the others only in what is late, so
 * that one of those two is always there.
 */
const faults: Record<Cause, ((random: Random) => Partial<Habits>)[]> = {
  understaffed: [(random) => ({ load: between(random, 1.02, 1.5) })],
  'badly-organised': [
    (random) => ({ assignment: between(random, 32, 80) }),
    (random) => ({ bounce: between(random, 0.2, 0.4) }),
    (random) => ({ missing: between(random, 0.18, 0.4) }),
    (random) => ({ metres: between(random, 9000, 18_000) }),
  ],
  'badly-managed': [
    (random) => ({ verification: between(random, 20, 60) }),
    (random) => ({ skew: between(random, 1, 2.5) }),
    (random) => ({ unseen: between(random, 0.55, 0.95) }),
    (random) => ({ reviewDays: between(random, 30, 70) }),
  ],
};

/** A department with these causes; none for a healthy one. */
export function habitsOf(random: Random, of: readonly Cause[]): Habits {
  let habits = healthy(random);
  for (const cause of of) {
    const possible = [...faults[cause]];
    const count = possible.length === 1 ? 1 : 2 + random.below(possible.length - 1);
    for (let n = 0; n < count; n++) {
      const shows = cause === 'badly-managed' && n === 0 ? 2 : possible.length;
      const [fault] = possible.splice(random.below(shows), 1);
      habits = { ...habits, ...fault!(random) };
    }
  }
  return habits;
}

const DAY_HOURS = 8;
const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 0, 5);
const REPAIR_HOURS = 80;
const VERIFY_HOURS = 16;
const KM_AN_HOUR = 25;
/** A coordinator gives a crew no more than so many days of work at once. */
const AHEAD_HOURS = 12;
const kinds = [1, 2, 4];

/** A working hour, counted from the first Monday at eight, as an instant. */
function instant(hours: number): number {
  const day = Math.floor(hours / DAY_HOURS);
  const days = Math.floor(day / 5) * 7 + (day % 5);
  return MONDAY + days * 24 * HOUR + (DAY_HOURS + (hours % DAY_HOURS)) * HOUR;
}

interface Job {
  caseId: string;
  openedAt: number;
  planned: number;
  crew: number;
  /** When it could be assigned at the earliest. */
  ready: number;
}

/**
 * The events of one department: cases arrive, are looked at, given to crews that have so many hours, visited, given back,
 * repaired and sometimes reopened. Half a period goes by before the one that is looked at.
 * @returns events in no order, and the period in which `cases` cases are expected
 */
export function simulate(
  habits: Habits,
  seed: number,
  cases: number,
): { events: CaseEvent[]; period: Period } {
  const random = createRandom(seed);
  const exponential = (mean: number) => -Math.log(1 - random.next()) * mean;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const crews = 2 + random.below(3);
  const meanWork = kinds.reduce((total, kind) => total + kind, 0) / kinds.length;
  const span = (cases * meanWork) / (crews * habits.load);
  const begin = span / 2;
  const end = begin + span;
  const events: CaseEvent[] = [];
  const tell = (
    hours: number,
    name: CaseEvent['name'],
    caseId: string,
    more: Partial<Pick<CaseEvent, 'unit' | 'reason' | 'amount'>> = {},
  ) => {
    if (hours < end)
      events.push({
        at: instant(hours),
        name,
        department: 'd',
        caseId,
        unit: '',
        reason: '',
        amount: null,
        ...more,
      });
  };
  /** Somebody is warned, and takes notice or not; a review is opened. */
  const escalate = (hours: number, caseId: string, clock: string) => {
    tell(hours, 'breached', caseId, { reason: clock });
    tell(hours, 'escalated', caseId, { reason: clock });
    if (random.next() >= habits.unseen) tell(hours + exponential(6), 'acknowledged', caseId);
    if (clock !== 'repair') return;
    tell(hours, 'review-opened', caseId);
    tell(hours + (exponential(habits.reviewDays) * 5 * DAY_HOURS) / 7, 'review-closed', caseId);
  };

  for (let day = 0; day * DAY_HOURS < end; day++)
    for (let crew = 0; crew < crews; crew++)
      tell(day * DAY_HOURS, 'staffed', '', { unit: `crew-${crew}`, amount: DAY_HOURS });

  const weights = Array.from(
    { length: crews },
    (_, crew) => 1 + (habits.skew * crew) / Math.max(1, crews - 1),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pick = () => {
    let left = random.next() * total;
    for (const [crew, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return crew;
    }
    return 0;
  };
  const waiting: Job[] = [];
  // Some days bring far more than others.
  let weather = 1;
  let at = 0;
  for (let n = 0; ; n++) {
    if (n % 7 === 0) weather = Math.exp(normal() * 0.4 + 0.08);
    at += exponential(span / cases) / weather;
    if (at >= end) break;
    const caseId = `case-${n}`;
    tell(at, 'opened', caseId, { amount: REPAIR_HOURS });
    const verified = at + exponential(habits.verification);
    if (verified > at + VERIFY_HOURS) escalate(at + VERIFY_HOURS, caseId, 'verification');
    tell(verified, 'verified', caseId);
    const accepted = verified + exponential(habits.acceptance);
    tell(accepted, 'accepted', caseId);
    const ready = accepted + exponential(habits.assignment);
    waiting.push({ caseId, openedAt: at, planned: kinds[random.below(kinds.length)]!, crew: pick(), ready });
  }
  const free = new Array<number>(crews).fill(0);
  const repaired = new Map<string, number>();
  const dueTold = new Set<string>();
  while (waiting.length > 0) {
    const starts = waiting.map((job) => Math.max(job.ready, free[job.crew]!));
    const first = starts.reduce((best, start, index) => {
      const before = starts[best]!;
      return start < before || (start === before && waiting[index]!.ready < waiting[best]!.ready)
        ? index
        : best;
    }, 0);
    const start = starts[first]!;
    if (start >= end) break;
    const [job] = waiting.splice(first, 1) as [Job];
    const { caseId, crew, planned } = job;
    const unit = `crew-${crew}`;
    tell(Math.max(job.ready, start - AHEAD_HOURS), 'assigned', caseId, { unit, amount: planned });
    const metres = exponential(habits.metres);
    const arrived = start + metres / 1000 / KM_AN_HOUR;
    tell(arrived, 'arrived', caseId, { unit, amount: Math.round(metres) });
    const luck = random.next();
    if (luck < habits.missing + habits.bounce) {
      const back = arrived + 0.3;
      tell(back, 'unassigned', caseId, { unit, reason: luck < habits.missing ? 'materials' : 'other' });
      free[crew] = back;
      waiting.push({ ...job, crew: pick(), ready: back + exponential(habits.assignment) });
      continue;
    }
    tell(arrived, 'started', caseId, { unit });
    const worked = planned * Math.exp(normal() * 0.35 - 0.06);
    const done = arrived + worked;
    free[crew] = done;
    if (done > job.openedAt + REPAIR_HOURS && !dueTold.has(caseId)) {
      dueTold.add(caseId);
      escalate(job.openedAt + REPAIR_HOURS, caseId, 'repair');
    }
    tell(done, 'repaired', caseId, { unit, amount: worked });
    repaired.set(caseId, done);
    if (random.next() < 0.03) {
      const again = done + exponential(40);
      tell(again, 'reopened', caseId);
      waiting.push({
        ...job,
        planned: planned / 2,
        crew: pick(),
        ready: again + exponential(habits.assignment),
      });
    }
  }
  for (const { caseId, openedAt } of waiting)
    if (openedAt + REPAIR_HOURS < end && !repaired.has(caseId) && !dueTold.has(caseId))
      escalate(openedAt + REPAIR_HOURS, caseId, 'repair');
  return { events, period: { from: instant(begin), to: instant(end) } };
}
