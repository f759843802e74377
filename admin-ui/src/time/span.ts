const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in one rough unit, as people say it: `35 min`, `5 h`, `3 g`. */
export function span(ms: number, locale: string): string {
  const length = Math.abs(ms);
  if (length < hour) return `${Math.max(1, Math.round(length / minute))} min`;
  if (length < 2 * day) return `${Math.round(length / hour)} h`;
  return `${Math.round(length / day)} ${locale === 'it' ? 'g' : 'd'}`;
}

/** A length given in minutes, exactly: `2 g 4 h`, `1 h 30 min`. Days are of 24 hours. */
export function exactSpan(minutes: number, locale: string): string {
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), locale === 'it' ? 'g' : 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.join(' ') || '0 min';
}
