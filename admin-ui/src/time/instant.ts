export const zone = 'Europe/Rome';

const year = (instant: Date) =>
  new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone }).format(instant);

/** An instant in the municipality's time: `mar 25 nov, 13:00`, with the year when it is not this one. */
export function sayInstant(at: string | number | Date, locale: string, now = new Date()): string {
  const instant = new Date(at);
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: year(instant) === year(now) ? undefined : 'numeric',
    timeZone: zone,
  }).format(instant);
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(instant);
  return `${date.replaceAll(',', '')}, ${time}`;
}

/** Exact to the second, for the audit. */
export const sayExactly = (at: string | number | Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium', timeZone: zone }).format(
    new Date(at),
  );

/** A local day `YYYY-MM-DD`. */
export const sayDay = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
