import { aClock, aState, hour, start } from '../sla/testing';
import { decideEvent } from './events';

const now = start + hour;

test('a case that another is merged into keeps the earlier deadline', () => {
  const state = aState({ status: 'working', clocks: [aClock()] });
  const repairDueAt = start + 5 * hour;
  const decision = decideEvent(state, { name: 'absorbed', caseId: 'other', mergeId: 'm', repairDueAt }, now)!;
  expect(decision.state.clocks[0]!.plan!.dueAt).toBe(repairDueAt);
  expect(decision.facts).toMatchObject([{ name: 'absorbed', data: { caseId: 'other' } }]);
});

describe('a merge that was ordered', () => {
  const merging = {
    intoCaseId: 'other',
    commandId: 'c',
    actor: { kind: 'user', id: 'u' },
    noteId: 'n',
  } as const;
  const ordered = aState({ status: 'assigning', merging });

  test('ends the case once it was carried out, in the name of who ordered it', () => {
    const { state, facts } = decideEvent(ordered, { name: 'merged', intoCaseId: 'third' }, now)!;
    expect(state).toMatchObject({ status: 'closed', outcome: 'merged', merging: null });
    expect(facts).toMatchObject([
      { name: 'merged', actor: merging.actor, commandId: 'c', noteId: 'n', data: { intoCaseId: 'third' } },
    ]);
  });

  test('that cannot be carried out leaves the case as it was', () => {
    const { state, facts } = decideEvent(ordered, { name: 'merge-refused', code: 'case-closed' }, now)!;
    expect(state).toMatchObject({ status: 'assigning', outcome: null, merging: null });
    expect(facts).toMatchObject([{ name: 'merge-refused', commandId: 'c', data: { code: 'case-closed' } }]);
  });

  test('is answered once', () => {
    const over = aState({ status: 'closed', outcome: 'merged' });
    expect(decideEvent(over, { name: 'merged', intoCaseId: 'other' }, now)).toBeNull();
    expect(decideEvent(over, { name: 'merge-refused', code: 'conflict' }, now)).toBeNull();
  });
});
