import { lowestWith } from './thresholds';

const scored = (...all: [score: number, same: boolean, counts?: number][]) =>
  all.map(([score, same, counts = 1]) => ({ score, same, counts }));

test.each([
  ['all are the same', 0.97, scored([0.9, true], [0.8, true]), 0.8],
  ['a wrong one at the end', 0.97, scored([0.9, true], [0.8, true], [0.7, false]), 0.8],
  ['half may be wrong', 0.5, scored([0.9, true], [0.8, false], [0.7, false]), 0.8],
  ['one that counts for many', 0.5, scored([0.9, true], [0.8, false, 5], [0.7, true, 3]), 0.9],
  ['the best one is wrong', 0.97, scored([0.9, false], [0.8, true]), 1],
  ['nothing', 0.97, [], 1],
])('%s', (_, share, given, expected) => {
  expect(lowestWith(share, given)).toBe(expected);
});
