/** A quarter of a year in local days, `YYYY-MM-DD`; the end is not part of it. */
export interface Quarter {
  id: string;
  from: string;
  to: string;
}

/** As a dashboard is asked for it: `2026-4`. */
export const QUARTER = /^(20\d\d)-([1-4])$/;

/** @throws where `id` is not written as `QUARTER` */
export function quarterOf(id: string): Quarter {
  const [, year, quarter] = QUARTER.exec(id) ?? [];
  if (!year || !quarter) throw new Error('no quarter');
  const first = (Number(quarter) - 1) * 3;
  const day = (month: number) => new Date(Date.UTC(Number(year), month, 1)).toISOString().slice(0, 10);
  return { id, from: day(first), to: day(first + 3) };
}

export function quarterBefore({ id }: Quarter): Quarter {
  const [year, quarter] = id.split('-').map(Number) as [number, number];
  return quarterOf(quarter === 1 ? `${year - 1}-4` : `${year}-${quarter - 1}`);
}

const DAY_MS = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The days from `from` to before `to`. */
export function daysOf({ from, to }: Pick<Quarter, 'from' | 'to'>): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return Array.from({ length: Math.max(0, count) }, (_, index) => dayOf(Date.parse(from) + index * DAY_MS));
}

/**
 * What a quarter is compared with: the one before, of one that still runs as many days of it. Both as far as they have come.
 * @param lastDay the day that it has come to
 */
export function comparedWith(quarter: Quarter, lastDay: string): { own: Quarter; before: Quarter } {
  const before = quarterBefore(quarter);
  const ended = Date.parse(lastDay) + DAY_MS;
  if (ended >= Date.parse(quarter.to)) return { own: quarter, before };
  const to = dayOf(Math.max(Date.parse(quarter.from), ended));
  const asMany = Date.parse(before.from) + (Date.parse(to) - Date.parse(quarter.from));
  return {
    own: { ...quarter, to },
    before: { ...before, to: dayOf(Math.min(asMany, Date.parse(before.to))) },
  };
}
