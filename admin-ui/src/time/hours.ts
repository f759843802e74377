import { zone } from './instant';

/** The hour of an instant in the municipality's time: `13:05`. */
export const sayHour = (at: string | number | Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
  }).format(new Date(at));

/** A day in the municipality's time: `mercoledì 25 novembre`. */
export const sayDay = (at: string | number | Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: zone },
  }).format(new Date(at));

/** `2026-11-25`: the day of an instant in the municipality's time, as the API takes it. */
export const dayOf = (at: number | Date = Date.now()): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(new Date(at));

/** `days` later or, where negative, earlier. */
export function dayAfter(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/**
 * The instant at which the clocks of the municipality show `hour` (`HH:mm`) on `day`, as ISO 8601 in UTC. An hour that
 * the clocks jump over is the one after it.
 */
export function instantOf(day: string, hour: string): string {
  const wanted = Date.parse(`${day}T${hour}:00Z`);
  // What the clocks show at an instant, read as if it were UTC, tells how far they are from UTC.
  const shown = (at: number) => Date.parse(`${dayOf(at)}T${sayHour(at, 'en-GB')}:00Z`);
  const first = wanted - (shown(wanted) - wanted);
  return new Date(first - (shown(first) - wanted)).toISOString();
}
