import { DomainError } from '../errors';
import type { Break, RoundProblem, Span, Stop } from './types';

const isWhole = (value: number) => Number.isSafeInteger(value);
const isDuration = (value: number) => isWhole(value) && value >= 0;
const isSpan = ({ from, to }: Span) => isWhole(from) && isWhole(to) && from <= to;

/**
 * Refuses a problem that cannot be planned.
 * @throws DomainError `invalid-input`, `fields` naming each wrong part
 */
export function checkProblem({ stops, travel, shift, breaks }: RoundProblem): void {
  const fields: Record<string, string> = {};
  if (!isSpan(shift)) fields.shift = 'format';
  if (!stops.every(isStop)) fields.stops = 'format';
  else if (new Set(stops.map(({ id }) => id)).size < stops.length) fields.stops = 'duplicate';
  const size = stops.length + 1;
  const isRow = (row: readonly number[]) =>
    row.length === size && row.every((seconds) => Number.isFinite(seconds) && seconds >= 0);
  if (travel.length !== size || !travel.every(isRow)) fields.travel = 'format';
  if (!breaks.every(isBreak)) fields.breaks = 'format';
  else if (!fields.shift && !fitIn(shift, breaks)) fields.breaks = 'outside-shift';
  if (Object.keys(fields).length > 0) throw new DomainError('invalid-input', fields);
}

const isStop = ({ priority, serviceSeconds, window }: Stop) =>
  isDuration(priority) && priority <= 100 && isDuration(serviceSeconds) && (!window || isSpan(window));

const isBreak = ({ earliest, latest, seconds }: Break) =>
  isWhole(earliest) && isWhole(latest) && earliest <= latest && isDuration(seconds);

/** Whether a crew that stays at the depot can take its breaks within the shift, one after the other. */
function fitIn({ from, to }: Span, breaks: readonly Break[]): boolean {
  let idle = from;
  for (const { earliest, latest, seconds } of breaks) {
    const start = Math.max(idle, earliest);
    if (start > latest) return false;
    idle = start + seconds;
  }
  return idle <= to;
}
