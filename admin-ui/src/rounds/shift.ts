import type { CrewShift } from '../meta/useMeta';
import { dayAfter, instantOf } from '../time/hours';

/** A shift as the form holds it: a day and hours, all in the municipality's time. */
export interface Shift {
  crewId: string;
  day: string;
  from: string;
  to: string;
  pause: boolean;
  earliest: string;
  latest: string;
  minutes: number;
  depot: unknown;
}

/** What the form shows for a crew; a working day where the crew has no usual one. */
export function usualShift(shift: CrewShift | null) {
  const { from, to, pause } = shift ?? { from: '08:00', to: '14:00', pause: null };
  const { earliest, latest, minutes } = pause ?? { earliest: '12:00', latest: '13:30', minutes: 30 };
  return { from, to, pause: pause !== null, earliest, latest, minutes };
}

/** The shift in the API's words. An hour before the beginning is one of the next day. */
export function bodyOf({ crewId, day, from, to, pause, earliest, latest, minutes, depot }: Shift) {
  const at = (hour: string) => instantOf(hour < from ? dayAfter(day, 1) : day, hour);
  return {
    crewId,
    shiftFrom: at(from),
    shiftTo: at(to),
    breaks: pause ? [{ earliest: at(earliest), latest: at(latest), minutes }] : [],
    depot: depot ?? null,
  };
}
