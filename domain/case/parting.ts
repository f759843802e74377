import type { ErrorCode } from '../errors';
import type { Clock } from '../sla/clock';
import { unmergeDeadline } from '../sla/planning';
import { callForHelp, resumedAll } from './joining';
import { type Decision, next } from './next';
import { type CaseState, type Instant, system } from './state';

/**
 * The members have moved. After a split the case goes on without them, and `caseId` is the one that they got. After
 * an undone merge the case goes on where it was, and `caseId` is the one that it was part of; its clocks have run
 * on, because nobody who reported has waited less.
 */
export function parted(
  state: CaseState,
  { caseId, reports }: { caseId: string; reports: number },
  now: Instant,
): Decision | null {
  if (!state.parting) return null;
  const { what, actor, commandId, noteId } = state.parting;
  const told = { actor, commandId, noteId: noteId ?? undefined };
  if (what === 'split') {
    const data = { intoCaseId: caseId, reports };
    return next(state, { parting: null }, [{ name: 'split', ...told, data }], now);
  }
  const { mergeId: _, heard, ...before } = state.beforeMerge!;
  const unmerged = { name: 'unmerged' as const, ...told, data: { caseId, reports } };
  // An alarm that came while the case was over called for nobody; an emergency never pauses.
  const alarmed = state.alarms > heard;
  return next(
    state,
    {
      ...before,
      clocks: before.clocks.map((clock) => withFired(clock, state.clocks)),
      ...(alarmed ? { ...callForHelp(state), pauses: [] } : {}),
      ...{ outcome: null, parting: null, beforeMerge: null },
    },
    alarmed ? [unmerged, ...resumedAll(before)] : [unmerged],
    now,
  );
}

/** What a clock has told after the merge, because its plan came late, it does not tell again. */
function withFired(clock: Clock, since: readonly Clock[]): Clock {
  const same = since.find(
    ({ kind, cycle, turn }) => kind === clock.kind && cycle === clock.cycle && turn === clock.turn,
  );
  return same ? { ...clock, fired: same.fired } : clock;
}

export function partingRefused(state: CaseState, code: ErrorCode, now: Instant): Decision | null {
  if (!state.parting) return null;
  const { what, actor, commandId, noteId } = state.parting;
  const fact = { name: 'parting-refused' as const, actor, commandId, noteId: noteId ?? undefined };
  return next(state, { parting: null }, [{ ...fact, data: { what, code } }], now);
}

/** A case that was part of this one is its own again, with the deadline that it brought. */
export function unabsorbed(
  state: CaseState,
  { caseId, unmergeId }: { caseId: string; unmergeId: string },
  now: Instant,
): Decision | null {
  const index = (state.absorbed ?? []).findLastIndex((one) => one.caseId === caseId);
  if (index < 0) return null;
  const left = (state.absorbed ?? []).filter((_, at) => at !== index);
  const caps = left.flatMap(({ repairDueAt: at, since }) => (at === null ? [] : [{ at, since }]));
  return next(
    state,
    { absorbed: left, clocks: unmergeDeadline(state.clocks, caps) },
    [{ name: 'unabsorbed', actor: system, data: { caseId, unmergeId } }],
    now,
  );
}
