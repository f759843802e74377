import { compare, type ToldFact } from './compare';

const story: ToldFact[] = [
  { factId: '1.0', name: 'opened', at: 1 },
  { factId: '2.0', name: 'verified', at: 2 },
  { factId: '3.0', name: 'accepted', at: 3 },
];

test('a log that tells what was decided', () => {
  expect(compare(story, story, 'assigning')).toEqual({
    ...{ agreed: 3, missing: [], different: [], unexplained: [], statusFits: true },
  });
});

test.each([
  ['a fact that is not in the log', story.slice(0, 2), { missing: ['3.0'], agreed: 2 }],
  [
    'a fact that says another thing',
    [...story.slice(0, 2), { factId: '3.0', name: 'rejected' as const, at: 3 }],
    { different: ['3.0'], statusFits: false },
  ],
  ['a fact at another instant', [{ ...story[0]!, at: 9 }, ...story.slice(1)], { different: ['1.0'] }],
  [
    'a fact that nobody decided',
    [...story, { factId: '4.0', name: 'closed' as const, at: 4 }],
    { unexplained: ['4.0'], statusFits: false },
  ],
])('%s', (_what, logged, expected) => {
  expect(compare(story, logged, 'assigning')).toMatchObject(expected);
});

test('a row that shows another status than the log leads to', () => {
  expect(compare(story, story, 'closed').statusFits).toBe(false);
});
