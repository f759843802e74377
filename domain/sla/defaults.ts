import type { Urgency } from '../vocabulary';
import type { CalendarRules, OpeningHours, PolicyTargets, Target } from './policy';

const hour = 60;
const day = 24 * hour;

const morning: [string, string] = ['08:00', '13:00'];
const afternoon: [string, string] = ['14:30', '17:30'];

/** The usual hours of an Italian municipality: 31 a week. */
const officeHours: OpeningHours = {
  1: [morning],
  2: [morning, afternoon],
  3: [morning],
  4: [morning, afternoon],
  5: [morning],
};
const allDay: OpeningHours = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [['00:00', '24:00']]]),
);

/** Offices: national holidays and the patron saint's day (`MM-DD`). */
export const officeCalendar = (patronSaint: string): CalendarRules => ({
  timezone: 'Europe/Rome',
  opening: officeHours,
  holidays: 'IT',
  extraHolidays: [patronSaint],
});

/** On-call: always open. */
export const onCallCalendar: CalendarRules = {
  timezone: 'Europe/Rome',
  opening: allDay,
  holidays: null,
  extraHolidays: [],
};

const working = (minutes: number, remindBefore: number, grace: number): Target => ({
  minutes,
  mode: 'working',
  remindBefore,
  grace,
});
const aroundTheClock = (minutes: number, remindBefore: number | null, grace: number | null): Target => ({
  minutes,
  mode: 'clock',
  remindBefore,
  grace,
});
const ratingWindow = aroundTheClock(14 * day, null, null);
/** Within which an offer is answered: the working time that the first acceptance has. */
const answerWindow = (minutes: number): Target => ({
  minutes,
  mode: 'working',
  remindBefore: null,
  grace: null,
});

/**
 * Policies for the whole municipality, to be changed in the console. An ordinary repair or answer has the
 * thirty days of the Italian law on administrative procedure (241/1990), and may wait as long again.
 */
export const defaultPolicies: Record<Urgency, PolicyTargets> = {
  ordinary: {
    targets: {
      verification: working(10 * hour, 3 * hour, 5 * hour),
      acceptance: working(10 * hour, 3 * hour, 5 * hour),
      assignment: working(20 * hour, 5 * hour, 10 * hour),
      repair: aroundTheClock(30 * day, 3 * day, 7 * day),
      'make-safe': aroundTheClock(4 * hour, hour, 2 * hour),
      rating: ratingWindow,
      handover: answerWindow(10 * hour),
    },
    maxPauseMinutes: 30 * day,
  },
  urgent: {
    targets: {
      verification: working(2 * hour, 30, hour),
      acceptance: working(2 * hour, 30, hour),
      assignment: working(5 * hour, hour, 3 * hour),
      repair: aroundTheClock(7 * day, day, 2 * day),
      'make-safe': aroundTheClock(2 * hour, 30, hour),
      rating: ratingWindow,
      handover: answerWindow(2 * hour),
    },
    maxPauseMinutes: 7 * day,
  },
  emergency: {
    targets: {
      verification: aroundTheClock(15, 5, 15),
      acceptance: aroundTheClock(30, 10, 15),
      assignment: aroundTheClock(hour, 15, 30),
      repair: aroundTheClock(3 * day, 12 * hour, day),
      'make-safe': aroundTheClock(hour, 15, 30),
      rating: ratingWindow,
      handover: aroundTheClock(30, null, null),
    },
    maxPauseMinutes: 0,
  },
};
