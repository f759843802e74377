import { DomainError } from '../errors';
import { openings } from './calendar';
import type { ClockPlan, Interval } from './clock';
import type { CalendarRules, PolicyKey, PolicyScope, Target } from './policy';
import { advance, always, endedPauses, without } from './windows';

const minuteMs = 60_000;

/**
 * When the stages of a clock fire, always counted from its start, so that planning again with the same
 * input gives the same plan. Time in pauses does not count; a pause that still lasts is left out (its
 * clock fires nothing meanwhile and is planned again when the pause ends). A reminder that would come no
 * later than the start is none.
 *
 * `speed` N (1 for real life) lets SLA time pass N times faster from `startedAt` on: everything is counted
 * on that faster time, pauses included (one real minute of pause takes N minutes out), then brought back
 * to real instants.
 * @throws DomainError `invalid-input` for a wrong target, speed or calendar
 */
export function planClock(ask: {
  target: Target;
  rules: CalendarRules;
  startedAt: number;
  pauses: Interval[];
  speed: number;
}): ClockPlan {
  const { target, rules, startedAt, speed } = ask;
  checkTarget(target, speed);
  const toSla = (at: number) => startedAt + Math.round((at - startedAt) * speed);
  // Rounded up, so that no instant of SLA time is reached before it has come.
  const toReal = (at: number) => startedAt + Math.ceil((at - startedAt) / speed);
  const holes = endedPauses(ask.pauses).map(({ from, to }) => ({ from: toSla(from), to: toSla(to) }));
  const after = (minutes: number) => {
    const windows = target.mode === 'working' ? openings(startedAt, rules) : always(startedAt);
    return toReal(advance(startedAt, without(windows, holes), minutes * minuteMs));
  };
  const { minutes, remindBefore, grace } = target;
  return {
    remindAt: remindBefore && remindBefore < minutes ? after(minutes - remindBefore) : null,
    dueAt: after(minutes),
    escalateAt: grace === null ? null : after(minutes + grace),
  };
}

function checkTarget({ minutes, remindBefore, grace }: Target, speed: number): void {
  if (!(speed > 0 && Number.isFinite(speed))) throw new DomainError('invalid-input', { speed: 'positive' });
  for (const value of [minutes, remindBefore ?? 0, grace ?? 0]) {
    if (!(value >= 0 && Number.isFinite(value))) {
      throw new DomainError('invalid-input', { minutes: 'negative' });
    }
  }
}

/**
 * The policy for a case: category beats department beats general, then an urgency of its own beats any.
 * Equals are decided by id, so that every process chooses the same one.
 */
export function choosePolicy<P extends PolicyScope & { id: string }>(
  policies: P[],
  key: PolicyKey,
): P | null {
  const weight = (policy: P) =>
    (policy.categoryId ? 4 : 0) + (policy.departmentId ? 2 : 0) + (policy.urgency ? 1 : 0);
  const [best = null] = policies
    .filter(
      ({ categoryId, departmentId, urgency }) =>
        (categoryId ?? key.categoryId) === key.categoryId &&
        (departmentId ?? key.departmentId) === key.departmentId &&
        (urgency ?? key.urgency) === key.urgency,
    )
    .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  return best;
}

/**
 * The instant at which a pause has to end: as wished, or when the cycle's pauses, overlaps counted once,
 * have used up the policy's maximum. `taken` are the cycle's pauses so far; those that still last count
 * until this one begins, since from there on the two run together. The maximum passes at SLA speed; a
 * wish is a real instant. Equal to `from` when nothing is left.
 */
export function pauseEnd(ask: {
  from: number;
  until: number | null;
  taken: Interval[];
  maxPauseMinutes: number;
  speed: number;
}): number {
  const { from, speed } = ask;
  const before = ask.taken
    .filter((pause) => pause.from < from)
    .map((pause) => ({ from: pause.from, to: Math.min(pause.to ?? from, from) }));
  const used = endedPauses(before).reduce((sum, span) => sum + span.to - span.from, 0);
  const left = Math.max(0, Math.round((ask.maxPauseMinutes * minuteMs) / speed - used));
  return Math.max(from, Math.min(ask.until ?? Infinity, from + left));
}
