/** The local day in so many days, `YYYY-MM-DD`. */
export function inDays(days: number, now = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

const HOUR = 3_600_000;

/** A wait in whole hours below two days, else in days. */
export const spanOf = (ms: number): { unit: 'hours' | 'days'; count: number } =>
  ms < 48 * HOUR
    ? { unit: 'hours', count: Math.max(1, Math.round(ms / HOUR)) }
    : { unit: 'days', count: Math.round(ms / (24 * HOUR)) };
