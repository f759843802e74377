import * as fc from 'fast-check';
import { planRound } from './plan';
import { createRandom } from './random';
import { bestOf } from './testing/oracle';
import { randomProblem, type Shape } from './testing/problems';
import { faultsOf } from './testing/verify';
import type { RoundPlan, RoundProblem } from './types';

const shapes = (most: number): fc.Arbitrary<Shape> =>
  fc.record({
    stops: fc.integer({ min: 0, max: most }),
    p1: fc.constantFrom(0, 0.2, 0.5),
    windows: fc.constantFrom(0, 0.3, 0.8),
    locked: fc.constantFrom(0, 0.1, 0.4),
    skilled: fc.constantFrom(0, 0.3),
    breaks: fc.integer({ min: 0, max: 2 }),
    jagged: fc.boolean(),
  });
const problems = (most: number) =>
  fc.tuple(fc.integer(), shapes(most)).map(([seed, shape]) => randomProblem(createRandom(seed), shape));

const scoreOf = ({ stops }: RoundProblem, plan: RoundPlan) => {
  const worth = (first: boolean) =>
    stops
      .filter(({ id, band }) => plan.stops.some((stop) => stop.id === id) && (!first || band === 'P1'))
      .reduce((sum, { priority }) => sum + Math.max(1, priority), 0);
  return [worth(true), worth(false), -plan.backAt, -plan.travelSeconds];
};

test('up to twelve stops the plan is the best there is', () => {
  fc.assert(
    fc.property(problems(12), ({ problem, current }) => {
      const plan = planRound(problem, { seed: 1, current });
      const best = bestOf(problem, current);
      if (best) expect(scoreOf(problem, plan)).toEqual(best);
      else expect(plan.conflicts).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test.each([12, 40])('a plan of up to %i stops keeps every rule, also when it is ended early', (most) => {
  fc.assert(
    fc.property(problems(most), fc.nat({ max: 300 }), ({ problem, current }, patience) => {
      let asked = 0;
      const keepGoing = () => asked++ < patience;
      const plan = planRound(problem, { seed: 1, current, iterations: 200, keepGoing });
      if (plan.conflicts.every(({ why }) => why === 'skill'))
        expect(faultsOf(problem, current, plan)).toEqual([]);
      else expect(plan.stops).toHaveLength(problem.stops.filter(({ locked }) => locked).length);
    }),
    { numRuns: 200 },
  );
});

test('the same seed gives the same plan', () => {
  fc.assert(
    fc.property(problems(40), fc.integer(), ({ problem, current }, seed) => {
      const options = { seed, current, iterations: 150 };
      expect(planRound(problem, options)).toEqual(planRound(problem, options));
    }),
    { numRuns: 50 },
  );
});
