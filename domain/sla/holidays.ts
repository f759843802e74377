import Holidays from 'date-holidays';

const sets = new Map<string, ReadonlySet<string>>();

/** Is it a country (`IT`) or one of its regions (`IT-21`) whose holidays are known? */
export function knowsHolidays(code: string): boolean {
  const [country = '', region, ...rest] = code.split('-');
  const book = new Holidays();
  if (rest.length > 0 || !Object.hasOwn(book.getCountries(), country)) return false;
  return region === undefined || Object.hasOwn(book.getStates(country) ?? {}, region);
}

/** The public holidays of a year as `YYYY-MM-DD`. */
export function publicHolidays(code: string, year: number): ReadonlySet<string> {
  const key = `${code}:${year}`;
  const known = sets.get(key);
  if (known) return known;
  const days = new Set<string>();
  for (const holiday of new Holidays(code, { types: ['public'] }).getHolidays(year)) {
    days.add(holiday.date.slice(0, 10));
  }
  sets.set(key, days);
  return days;
}
