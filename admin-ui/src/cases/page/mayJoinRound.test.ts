import { expect, test } from 'vitest';
import { mayJoinRound } from './mayJoinRound';

const waiting: Parameters<typeof mayJoinRound>[0] = {
  ...{ kind: 'problem', lat: 44.9, status: 'assigning', emergency: 'none', safety: 'none', paused: false },
};

test.each<[string, Partial<Parameters<typeof mayJoinRound>[0]>, boolean]>([
  ['what waits for a crew', {}, true],
  ['an emergency that nobody has verified', { status: 'verifying', emergency: 'imminent' }, true],
  ['an emergency made safe', { status: 'verifying', emergency: 'imminent', safety: 'done' }, false],
  ['what is not accepted yet', { status: 'accepting' }, false],
  ['what somebody has', { status: 'assigned' }, false],
  ['what waits for a supplier', { paused: true }, false],
  ['what is nowhere', { lat: null }, false],
  ['a question', { kind: 'question' }, false],
])('%s', (_, over, expected) => {
  expect(mayJoinRound({ ...waiting, ...over })).toBe(expected);
});
