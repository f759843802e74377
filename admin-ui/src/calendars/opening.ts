/** Opening and closing in local time, `HH:mm`; midnight at the end of a day is `24:00`. */
export type Span = [string, string];
/** Weekday 1 (Monday) to 7 to its spans; a closed day has none. */
export type Opening = Record<string, Span[]>;

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'];

const withDay = (opening: Opening, day: string, spans: Span[]): Opening => {
  const { [day]: _old, ...others } = opening;
  return spans.length > 0 ? { ...others, [day]: spans } : others;
};

/** One more span of a day, as a morning or an afternoon usually is. */
export const addSpan = (opening: Opening, day: string): Opening => {
  const spans = opening[day] ?? [];
  return withDay(opening, day, [...spans, spans.length === 0 ? ['08:00', '13:00'] : ['14:30', '17:30']]);
};

export const removeSpan = (opening: Opening, day: string, index: number): Opening =>
  withDay(
    opening,
    day,
    (opening[day] ?? []).filter((_, at) => at !== index),
  );

export const setTime = (opening: Opening, day: string, index: number, end: 0 | 1, time: string): Opening =>
  withDay(
    opening,
    day,
    (opening[day] ?? []).map((span, at) => {
      if (at !== index) return span;
      return end === 0 ? [time, span[1]] : [span[0], time];
    }),
  );

/** Why the hours cannot be counted with, as a key of the translations, or undefined. */
export function openingProblem(opening: Opening | null | undefined): string | undefined {
  for (const spans of Object.values(opening ?? {})) {
    let last = '';
    for (const [from, to] of spans) {
      if (![from, to].every((time) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)))
        return 'settings.timeHelp';
      if (from >= to || from < last) return 'settings.spansHelp';
      last = to;
    }
  }
  return undefined;
}

/** `lun 08:00–13:00 · mar 08:00–13:00, 14:30–17:30` */
export const sayOpening = (opening: Opening, dayName: (day: string) => string): string =>
  weekdays
    .filter((day) => opening[day]?.length)
    .map((day) => `${dayName(day)} ${opening[day]?.map(([from, to]) => `${from}–${to}`).join(', ')}`)
    .join(' · ');
