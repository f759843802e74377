import { DateTime, IANAZone } from 'luxon';
import { DomainError } from '../errors';
import { knowsHolidays, publicHolidays } from './holidays';
import type { CalendarRules } from './policy';
import { advance, type Span } from './windows';

/** Closed for longer than this in a row is a calendar that never opens. */
const longestClosureDays = 400;
/** Nothing is planned further ahead; it bounds every loop over days. */
const longestPlanDays = 20 * 366;
const minuteMs = 60_000;

/**
 * Refuses a calendar that cannot be counted with.
 * @throws DomainError `invalid-input`, `fields` naming each wrong part
 */
export function checkCalendar(rules: CalendarRules): void {
  const fields: Record<string, string> = {};
  if (!IANAZone.isValidZone(rules.timezone)) fields.timezone = 'unknown';
  if (rules.holidays !== null && !knowsHolidays(rules.holidays)) fields.holidays = 'unknown';
  if (!rules.extraHolidays.every(isDay)) fields.extraHolidays = 'format';
  const hours = Object.entries(rules.opening);
  const wellFormed = hours.every(
    ([weekday, spans]) => /^[1-7]$/.test(weekday) && spans.every(([from, to]) => isTime(from, to)),
  );
  if (!wellFormed) fields.opening = 'format';
  else if (!hours.some(([, spans]) => spans.some(([from, to]) => from < to))) fields.opening = 'never';
  if (Object.keys(fields).length > 0) throw new DomainError('invalid-input', fields);
}

const timePattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const isTime = (from: string, to: string) => timePattern.test(from) && timePattern.test(to) && from <= to;
const isDay = (day: string) =>
  /^(\d{4}-)?\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day.length === 5 ? `2024-${day}` : day).isValid;

/**
 * The open windows from an instant on, ascending and disjoint, as long as somebody asks.
 * @throws DomainError `invalid-input` for wrong rules, for a calendar that never opens, and after twenty years
 */
export function openings(from: number, rules: CalendarRules): Iterable<Span> {
  checkCalendar(rules);
  return walk(from, rules);
}

function* walk(from: number, rules: CalendarRules): Generator<Span> {
  let day = DateTime.fromMillis(from, { zone: rules.timezone }).startOf('day');
  let reached = from;
  for (let days = 0, closed = 0; days < longestPlanDays; days++, closed++) {
    if (closed > longestClosureDays) throw new DomainError('invalid-input', { opening: 'never' });
    for (const window of windowsOf(day, rules)) {
      // Local times that a change of the clocks skips or repeats may make windows touch or overlap.
      const start = Math.max(window.from, reached);
      if (window.to <= start) continue;
      yield { from: start, to: window.to };
      reached = window.to;
      closed = 0;
    }
    day = day.plus({ days: 1 }).startOf('day');
  }
  throw new DomainError('invalid-input', { minutes: 'too-long' });
}

function windowsOf(day: DateTime, rules: CalendarRules): Span[] {
  const hours = rules.opening[day.weekday] ?? [];
  if (hours.length === 0) return [];
  const date = day.toISODate() ?? '';
  const holiday =
    rules.extraHolidays.some((extra) => extra === date || extra === date.slice(5)) ||
    (rules.holidays !== null && publicHolidays(rules.holidays, day.year).has(date));
  if (holiday) return [];
  return hours
    .map(([from, to]) => ({ from: instantOf(day, from), to: instantOf(day, to) }))
    .sort((a, b) => a.from - b.from);
}

function instantOf(day: DateTime, time: string): number {
  if (time === '24:00') return day.plus({ days: 1 }).startOf('day').toMillis();
  return day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) }).toMillis();
}

/**
 * The earliest instant at which `minutes` of opening time have passed. Both instants in epoch ms.
 * @throws DomainError `invalid-input` for wrong rules or minutes, or a calendar that never opens
 */
export function addWorkingMinutes(from: number, minutes: number, rules: CalendarRules): number {
  if (!(minutes >= 0 && Number.isFinite(minutes)))
    throw new DomainError('invalid-input', { minutes: 'negative' });
  return advance(from, openings(from, rules), minutes * minuteMs);
}

/** Opening time between two instants in minutes, 0 when they are not in order. */
export function workingMinutesBetween(from: number, to: number, rules: CalendarRules): number {
  let open = 0;
  for (const window of openings(from, rules)) {
    if (window.from >= to) break;
    open += Math.min(window.to, to) - window.from;
  }
  return open / minuteMs;
}
