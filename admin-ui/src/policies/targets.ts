import type { ClockKind } from '../vocabulary';

/** Durations in minutes; null: no reminder, no word to management. */
export interface Target {
  minutes: number;
  mode: 'working' | 'clock';
  remindBefore: number | null;
  grace: number | null;
}
export type Targets = Partial<Record<ClockKind, Target>>;

export const units = [
  { id: 'min', minutes: 1 },
  { id: 'h', minutes: 60 },
  { id: 'd', minutes: 1440 },
] as const;
export type Unit = (typeof units)[number]['id'];

const minutesOf = (unit: Unit) => units.find(({ id }) => id === unit)?.minutes ?? 1;

/** The largest unit in which the duration is a whole number. */
export const unitOf = (minutes: number): Unit =>
  minutes > 0 ? ([...units].reverse().find((unit) => minutes % unit.minutes === 0)?.id ?? 'min') : 'h';

export const inUnit = (minutes: number, unit: Unit) => minutes / minutesOf(unit);
export const toMinutes = (amount: number, unit: Unit) => Math.round(amount * minutesOf(unit));

const usual: Target = { minutes: 480, mode: 'working', remindBefore: 60, grace: 480 };

/** A clock with a usual target, or without one: then it does not run. */
export function toggleTarget(targets: Targets, kind: ClockKind): Targets {
  const { [kind]: old, ...others } = targets;
  return old ? others : { ...others, [kind]: usual };
}

export const changeTarget = (targets: Targets, kind: ClockKind, change: Partial<Target>): Targets => ({
  ...targets,
  [kind]: { ...usual, ...targets[kind], ...change },
});

/** What keeps the targets from being saved, as a key of the translations. */
export function targetsProblem(targets: Targets): string | undefined {
  const all = Object.values(targets);
  if (all.length === 0) return 'settings.targetsNone';
  if (all.some(({ minutes }) => minutes < 1)) return 'settings.minutesHelp';
  const late = all.some(({ minutes, remindBefore }) => remindBefore !== null && remindBefore >= minutes);
  return late ? 'settings.remindLate' : undefined;
}
