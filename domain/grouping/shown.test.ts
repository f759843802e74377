import fc from 'fast-check';
import { SHOW } from './score';
import { shown } from './shown';

const scored = (...scores: number[]) => scores.map((score) => ({ score }));

test.each([
  ['nothing', [], []],
  ['nothing alike', [SHOW / 2], []],
  ['the best first', [0.4, 0.6, 0.5], [0.6, 0.5, 0.4]],
  ['five of six', [0.5, 0.5, 0.5, 0.5, 0.5, 0.4], [0.5, 0.5, 0.5, 0.5, 0.5]],
  ['no rival beside a clear one', [0.9, 0.3], [0.9]],
  ['the same one alone', [0.3], [0.3]],
  ['only those that are certain beside one that is', [1, 0.99], [1]],
])('%s', (_, given, expected) => {
  expect(shown(scored(...given))).toEqual(scored(...expected));
});

test('another candidate never brings in one that was not shown', () => {
  const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (given, more) => {
      const candidates = scored(...given);
      const before = shown(candidates);
      const after = shown([...candidates, { score: more }]);
      for (const one of candidates) if (!before.includes(one)) expect(after).not.toContain(one);
    }),
  );
});
