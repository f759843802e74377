import type { ClockKind, Danger, Emergency, Urgency } from '../vocabulary';

/** Working time of the department's calendar, or around the clock. */
export type TimeMode = 'working' | 'clock';

/** Durations in minutes. The reminder comes `remindBefore` before the deadline, management after `grace`. */
export interface Target {
  minutes: number;
  mode: TimeMode;
  remindBefore: number | null;
  grace: number | null;
}

/** What a policy row holds; a clock without a target does not run. */
export interface PolicyTargets {
  targets: Partial<Record<ClockKind, Target>>;
  /** The longest that pauses of one cycle may last altogether, in minutes around the clock. */
  maxPauseMinutes: number;
}

/** Weekday 1 (Monday) to 7 to opening intervals in local time `HH:mm`. */
export type OpeningHours = Record<string, [string, string][]>;

export interface CalendarRules {
  timezone: string;
  opening: OpeningHours;
  /** National and regional holidays by ISO code (`IT`, `IT-32`), or null for none. */
  holidays: string | null;
  /** Days of the municipality: `MM-DD` every year (the patron saint) or `YYYY-MM-DD` once. */
  extraHolidays: string[];
}

/** What a policy is chosen by. */
export interface PolicyKey {
  departmentId: string;
  categoryId: string;
  urgency: Urgency;
}

/** Where a policy applies; null means "any". */
export type PolicyScope = { [K in keyof PolicyKey]: PolicyKey[K] | null };

/** The urgency of a case from its emergency switch and its danger. */
export function urgencyOf(of: { emergency: Emergency; danger: Danger }): Urgency {
  if (of.emergency !== 'none') return 'emergency';
  return of.danger >= 3 ? 'urgent' : 'ordinary';
}
