import fc from 'fast-check';
import { decide, type ReviewAct, type ReviewState, reviewCauses, reviewOutcomes } from './review';

const fresh: ReviewState = {
  ...{ status: 'open', causes: [], ownerId: null, followUpAt: null, outcome: null, training: false },
};
const find: ReviewAct = { name: 'find', causes: ['load'], ownerId: 'anna', followUpAt: 1000 };
const due: ReviewAct = { name: 'fall-due', followUpAt: 1000 };
const close: ReviewAct = { name: 'close', outcome: 'improved', training: true };
const reopen: ReviewAct = { name: 'reopen' };

const after = (...acts: ReviewAct[]) =>
  acts.reduce<ReviewState | null>((state, act) => state && decide(state, act), fresh);

test.each<[string, ReviewAct[], ReviewState['status'] | null]>([
  ['found', [find], 'following'],
  ['found twice', [find, find], 'following'],
  ['closed at its follow-up', [find, due, close], 'closed'],
  ['closed before', [find, close], 'closed'],
  ['found anew at its follow-up', [find, due, find], 'following'],
  ['reopened', [find, close, reopen], 'open'],
  ['closed without a finding', [close], null],
  ['closed twice', [find, close, close], null],
  ['found after its end', [find, close, find], null],
  ['reopened while it is open', [find, reopen], null],
  ['due before anybody said what', [due], null],
  ['due twice', [find, due, due], null],
])('%s', (_what, acts, status) => {
  expect(after(...acts)?.status ?? null).toBe(status);
});

test('a timer that was set for another day says nothing', () => {
  expect(after({ ...find, followUpAt: 2000 }, due)).toBeNull();
});

test('a reopened review keeps its causes and loses its end', () => {
  expect(after(find, close, reopen)).toEqual({ ...fresh, causes: ['load'], ownerId: 'anna' });
});

const anyAct: fc.Arbitrary<ReviewAct> = fc.oneof(
  fc.record({
    name: fc.constant('find' as const),
    causes: fc.subarray([...reviewCauses], { minLength: 1 }),
    ownerId: fc.constantFrom('anna', 'bruno'),
    followUpAt: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ name: fc.constant('fall-due' as const), followUpAt: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    name: fc.constant('close' as const),
    outcome: fc.constantFrom(...reviewOutcomes),
    training: fc.boolean(),
  }),
  fc.constant(reopen),
);

test('whatever is said: what is followed has somebody and a day, and what is closed has causes and an end', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
      const end = acts.reduce((state, act) => decide(state, act) ?? state, fresh);
      const { status, causes, ownerId, followUpAt, outcome } = end;
      if (status === 'following' || status === 'due') {
        expect([ownerId, followUpAt]).not.toContain(null);
        expect(causes.length).toBeGreaterThan(0);
      }
      expect(outcome !== null).toBe(status === 'closed');
      if (status === 'closed') expect(causes.length).toBeGreaterThan(0);
    }),
  );
});
