import type { Clock } from '../sla/clock';
import { aClock, aPause, aState, hour, start } from '../sla/testing';
import { decide } from './decide';
import { decideEvent } from './events';
import { commands } from './testing';
import { check } from './transitions';

const now = start + hour;
const told = { commandId: 'c', actor: { kind: 'user', id: 'u' }, noteId: 'n' } as const;

test('a case with one report has nothing to split', () => {
  expect(check(aState({ members: 1 }), commands.split)).toBe('illegal-transition');
});

test('while members move the case takes no other command', () => {
  const { state } = decide(aState({ members: 3 }), commands.split, now);
  expect(state.parting).toMatchObject({ what: 'split', splitId: 's', commandId: 'c' });
  expect(check(state, commands.verify)).toBe('conflict');
});

test('a split leaves the case where it is and says who has gone where', () => {
  const ordered = decide(aState({ status: 'working', members: 3 }), commands.split, now).state;
  const { state, facts } = decideEvent(ordered, { name: 'parted', caseId: 'new', reports: 2 }, now)!;
  expect(state).toMatchObject({ status: 'working', parting: null });
  expect(facts).toMatchObject([{ name: 'split', ...told, data: { intoCaseId: 'new', reports: 2 } }]);
});

test('a parting that cannot be carried out leaves everything and may be ordered again', () => {
  const ordered = decide(aState({ members: 3 }), commands.split, now).state;
  const { state, facts } = decideEvent(ordered, { name: 'parting-refused', code: 'help-called' }, now)!;
  expect(facts).toMatchObject([{ name: 'parting-refused', data: { what: 'split', code: 'help-called' } }]);
  expect(check(state, commands.split)).toBeNull();
});

test('nothing was ordered: nothing happens', () => {
  expect(decideEvent(aState(), { name: 'parted', caseId: 'x', reports: 1 }, now)).toBeNull();
  expect(decideEvent(aState(), { name: 'parting-refused', code: 'conflict' }, now)).toBeNull();
  expect(decideEvent(aState(), { name: 'unabsorbed', caseId: 'x', unmergeId: 'u' }, now)).toBeNull();
});

describe('the undo of a merge', () => {
  const assignee = { kind: 'crew', id: 'crew' } as const;
  const before = aState({ status: 'assigned', assignee, clocks: [aClock()] });
  const merging = { intoCaseId: 'other', ...told };
  const merged = decideEvent({ ...before, merging }, { name: 'merged', intoCaseId: 'other' }, now)!.state;
  const later = now + 3 * hour;

  test('gives the case back as it was, its clocks running on', () => {
    expect(merged.status).toBe('closed');
    const ordered = decide(merged, commands.unmerge, later).state;
    const { state, facts } = decideEvent(ordered, { name: 'parted', caseId: 'other', reports: 1 }, later)!;
    expect(state).toMatchObject({ status: 'assigned', outcome: null, assignee, beforeMerge: null });
    expect(state.clocks[0]).toEqual(before.clocks[0]);
    expect(facts).toMatchObject([{ name: 'unmerged', ...told, data: { caseId: 'other' } }]);
  });

  test('calls for help when an alarm came while the case was over', () => {
    const alarm = { name: 'members', members: 2, alarms: 1, emergency: 'injured', danger: 2 } as const;
    const heard = decideEvent(merged, alarm, later)!.state;
    expect(heard).toMatchObject({ emergency: 'injured', forward: 'none' });
    const ordered = decide(heard, commands.unmerge, later).state;
    const { state } = decideEvent(ordered, { name: 'parted', caseId: 'other', reports: 1 }, later)!;
    expect(state).toMatchObject({ status: 'assigned', forward: 'running', forwards: 1 });
  });

  test('tells no stage again that was told after the merge', () => {
    const fired: Clock['fired'] = [{ stage: 'breach', at: now, cause: 'time' }];
    const late = { ...merged, clocks: merged.clocks.map((clock) => ({ ...clock, fired })) };
    const ordered = decide(late, commands.unmerge, later).state;
    const { state } = decideEvent(ordered, { name: 'parted', caseId: 'other', reports: 1 }, later)!;
    expect(state.clocks[0]!.fired).toEqual(fired);
  });

  test('calls nobody for an alarm that was called off before', () => {
    const calledOff = {
      ...before,
      members: 1,
      alarms: 1,
      emergency: 'injured',
      forward: 'recalled',
      merging,
    } as const;
    const over = decideEvent(calledOff, { name: 'merged', intoCaseId: 'other' }, now)!.state;
    const ordered = decide(over, commands.unmerge, later).state;
    const { state } = decideEvent(ordered, { name: 'parted', caseId: 'other', reports: 1 }, later)!;
    expect(state.forward).toBe('recalled');
  });

  test('gives no pause back to a case that an alarm has reached: an emergency never pauses', () => {
    const pauses = [aPause];
    const waiting = { ...before, pauses, merging };
    const over = decideEvent(waiting, { name: 'merged', intoCaseId: 'other' }, now)!.state;
    const undone = (state: typeof over) => {
      const ordered = decide(state, commands.unmerge, later).state;
      return decideEvent(ordered, { name: 'parted', caseId: 'other', reports: 1 }, later)!;
    };
    expect(undone(over).state.pauses).toEqual(pauses);
    const alarm = { name: 'members', members: 2, alarms: 1, emergency: 'injured', danger: 2 } as const;
    const { state, facts } = undone(decideEvent(over, alarm, later)!.state);
    expect(state.pauses).toEqual([]);
    expect(facts.map(({ name }) => name)).toEqual(['unmerged', 'resumed']);
  });

  test('is for merges alone', () => {
    expect(check(aState({ status: 'closed', outcome: 'repaired' }), commands.unmerge)).toBe(
      'illegal-transition',
    );
  });

  test('takes its deadline along, and leaves those of the other cases', () => {
    const own = aState({ status: 'working', clocks: [aClock()] });
    const ownDue = own.clocks[0]!.plan!.dueAt;
    const absorb = (state: typeof own, caseId: string, hours: number) =>
      decideEvent(
        state,
        { name: 'absorbed', caseId, mergeId: caseId, repairDueAt: start + hours * hour },
        now,
      )!.state;
    const both = absorb(absorb(own, 'a', 4), 'b', 6);
    expect(both.clocks[0]!.plan!.dueAt).toBe(start + 4 * hour);
    const without = (state: typeof own, caseId: string) =>
      decideEvent(state, { name: 'unabsorbed', caseId, unmergeId: caseId }, now)!.state;
    const planned = (state: typeof own) => {
      const asked = state.clocks.filter(({ status }) => status === 'planning');
      const plans = asked.map(() => ({ remindAt: null, dueAt: ownDue, escalateAt: null }));
      return decideEvent(state, { name: 'planned', asked, plans, replanned: false }, now)!.state;
    };
    const withB = planned(without(both, 'a'));
    expect(withB.clocks[0]!.plan!.dueAt).toBe(start + 6 * hour);
    expect(planned(without(withB, 'b')).clocks[0]!.plan!.dueAt).toBe(ownDue);
    expect(without(both, 'b').clocks[0]).toEqual(both.clocks[0]);
  });
});
