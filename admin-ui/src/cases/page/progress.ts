import type { CaseClock } from '../types';

const at = (instant: string | null) => (instant === null ? null : new Date(instant).getTime());

/** How much of its time a clock has used, 0 to 100; null where there is no deadline. */
export function progressOf(clock: CaseClock, now: number): number | null {
  const start = at(clock.startedAt) as number;
  const due = at(clock.dueAt);
  if (due === null) return null;
  if (due <= start) return 100;
  const end = at(clock.stoppedAt) ?? now;
  return Math.min(100, Math.max(0, ((end - start) / (due - start)) * 100));
}

/** How the repair's clock ended; null while one runs, or where there never was any. */
export function stoppedRepair(clocks: CaseClock[]): CaseClock['status'] | null {
  const repairs = clocks.filter(({ kind }) => kind === 'repair');
  const last = repairs.at(-1);
  return last && repairs.every(({ stoppedAt }) => stoppedAt !== null) ? last.status : null;
}

/** Late: stopped after the deadline, or running beyond it. */
export function isLate(clock: CaseClock, now: number): boolean {
  const due = at(clock.dueAt);
  if (clock.status === 'missed') return true;
  return due !== null && (clock.status === 'running' || clock.status === 'paused') && now > due;
}
