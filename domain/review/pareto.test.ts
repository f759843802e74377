import fc from 'fast-check';
import { pareto } from './pareto';
import { becameRecurring } from './recurring';
import { longestWait } from './waits';

test('the most frequent stands first, and the shares add up', () => {
  expect(pareto({ weather: 1, load: 6, access: 1, materials: 2, supplier: 0 })).toEqual([
    { name: 'load', count: 6, share: 0.6, cumulative: 0.6 },
    { name: 'materials', count: 2, share: 0.2, cumulative: 0.8 },
    { name: 'access', count: 1, share: 0.1, cumulative: 0.9 },
    { name: 'weather', count: 1, share: 0.1, cumulative: 1 },
  ]);
  expect(pareto({})).toEqual([]);
});

test('whatever was counted: no bar is longer than the one before it, and the last one ends at all of it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.nat(1000)), (counts) => {
      const bars = pareto(counts);
      const lengths = bars.map(({ count }) => count);
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
      expect(bars.length === 0 || bars.at(-1)?.cumulative === 1).toBe(true);
    }),
  );
});

test.each([
  ['the third time', { load: 2 }, [], ['load'], ['load']],
  ['the fourth time', { load: 3 }, [], ['load'], []],
  ['the second time', { load: 1 }, [], ['load'], []],
  ['said anew of the same review', { load: 2 }, ['load'], ['load', 'access'], []],
  ['two at once', { load: 2, access: 2 }, [], ['load', 'access'], ['load', 'access']],
] as const)('a cause becomes recurring: %s', (_what, before, was, is, heard) => {
  expect(becameRecurring(before, { was, is })).toEqual(heard);
});

const steps = [
  { name: 'opened', at: 0 },
  { name: 'verified', at: 10 },
  { name: 'reminder', at: 40 },
  { name: 'assigned', at: 60 },
  { name: 'started', at: 75 },
  { name: 'breach', at: 100 },
  { name: 'repaired', at: 900 },
];

test.each([
  [100, { from: 'verified', to: 'assigned', ms: 50 }],
  [200, { from: 'started', to: 'breach', ms: 125 }],
  [5, { from: 'opened', to: 'breach', ms: 5 }],
  [-1, null],
])('missed at %d, the longest wait was %j', (missedAt, wait) => {
  expect(longestWait(steps, missedAt)).toEqual(wait);
});
