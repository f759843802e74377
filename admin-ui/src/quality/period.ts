/** Days as the API takes them, both included; `year` is null for the twelve months up to today. */
export interface Period {
  id: string;
  year: number | null;
  from: string;
  to: string;
}

export const dayOf = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** The last twelve months, and years of the calendar, the newest first. */
export function periods(now: Date, years = 4): Period[] {
  const yearBefore = new Date(now.getFullYear() - 1, now.getMonth(), now.getDate() + 1);
  return [
    { id: 'last', year: null, from: dayOf(yearBefore), to: dayOf(now) },
    ...Array.from({ length: years }, (_, back) => {
      const year = now.getFullYear() - back;
      return { id: String(year), year, from: `${year}-01-01`, to: `${year}-12-31` };
    }),
  ];
}
