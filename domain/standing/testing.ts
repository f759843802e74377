import fc from 'fast-check';
import { dangers } from '../vocabulary';
import type { Judgement } from './judgement';

export const day = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 24, 8);

/** So many cases in which somebody was right, unless said otherwise. */
export const judged = (count: number, change: Partial<Judgement> = {}): Judgement[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{
      caseId: `case-${n}`,
      at: now,
      real: true,
      declared: 3,
      found: 3,
      upheld: false,
      own: true,
      ...change,
    },
  }));

export const anyJudgement: fc.Arbitrary<Judgement> = fc.record({
  caseId: fc.uuid(),
  at: fc.integer({ min: now - 1500 * day, max: now }),
  real: fc.boolean(),
  declared: fc.constantFrom(...dangers),
  found: fc.constantFrom(...dangers),
  upheld: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  own: fc.constant(true),
});
