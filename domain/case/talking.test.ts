import { aState, hour, start } from '../sla/testing';
import { reportKinds } from '../vocabulary';
import type { Command } from './commands';
import { decide } from './decide';
import { type CaseEvent, decideEvent, open } from './events';
import type { CaseState } from './state';
import { allowedCommands, check } from './transitions';

/** Rules that questions, offers and parts share with the rest of a case's life. */
const now = start + hour;
const given = { commandId: 'c', actor: { kind: 'user', id: 'u' }, noteId: 'n' } as const;
const say = (state: CaseState, command: object, at = now) =>
  decide(state, { ...given, ...command } as Command, at).state;
const happen = (state: CaseState, event: CaseEvent, at = now) => decideEvent(state, event, at)!.state;
const begun = (kind: CaseState['kind'], change: Partial<CaseState> = {}): CaseState => ({
  ...open({ ...aState(), kind, openedAt: start }, start).state,
  ...change,
});
const offer = { name: 'hand-over', handoverId: 'h', to: { kind: 'department', id: 'parks' } };

test('the whole does not end as nothing while a part is open', () => {
  const part = { caseId: 'part', departmentId: 'water' };
  const state = aState({ kind: 'problem', status: 'working', parts: [part] });
  const command = {
    ...given,
    name: 'qualify',
    qualificationId: 'q',
    real: false,
    danger: 2,
    categoryId: 'x',
  };
  expect(check(state, command as Command)).toBe('parts-open');
  expect(check({ ...state, parts: [] }, command as Command)).toBeNull();
});

test.each(reportKinds)('a %s that another department has taken can be brought to its end there', (kind) => {
  const offered = say(begun(kind, { status: 'accepting' }), offer);
  const taken = say(offered, { name: 'answer-handover', handoverId: 'h', taken: true });
  expect(taken.departmentId).toBe('parks');
  expect(allowedCommands(taken)).toContain(kind === 'problem' ? 'assign' : 'answer');
});

test('an imported deadline leaves an offer its time', () => {
  const imported = say(begun('problem', { status: 'assigning' }), {
    ...{ name: 'import-deadline', dueAt: now + 100 * hour },
  });
  const offered = say(imported, { ...offer, to: { kind: 'supplier', id: 's' } });
  expect(decideEvent(offered, { name: 'time' }, now + 1)).toBeNull();
  expect(offered.handover).toMatchObject({ id: 'h' });
});

const asked = (dueAt: number) =>
  say(begun('problem', { status: 'assigning' }), {
    ...{ name: 'ask', questionId: 'q', of: { kind: 'supplier', id: 's' }, dueAt },
  });
const answer = (at?: number): CaseEvent => ({
  ...{ name: 'answered', questionId: 'q', messageId: 'm', actor: { kind: 'supplier', id: 's' } },
  ...(at !== undefined && { at }),
});

test('an answer that was given in time counts when the case hears of it late, a later one does not', () => {
  const state = asked(now + hour);
  const late = now + 2 * hour;
  expect(decideEvent(state, answer(now + hour), late)?.facts).toMatchObject([{ name: 'question-answered' }]);
  expect(decideEvent(state, answer(now + hour + 1), late)).toBeNull();
  expect(decideEvent(state, answer(), late)).toBeNull();
});

test('after a merge is undone nobody is waited for who is asked no more', () => {
  const merging = say(asked(now + 100 * hour), { name: 'merge', intoCaseId: 'b' });
  const merged = happen(merging, { name: 'merged', intoCaseId: 'b' });
  const undone = say(merged, { name: 'unmerge' }, now + hour);
  const back = happen(undone, { name: 'parted', caseId: 'b', reports: 1 }, now + hour);
  expect(back).toMatchObject({ status: 'assigning', questions: [], pauses: [] });
});
