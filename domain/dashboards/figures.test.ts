import fc from 'fast-check';
import { backlogOf, type DayFlows, lateShare, levelsOf, starsIn } from './figures';

const nothing: Omit<DayFlows, 'day'> = {
  ...{ departmentId: 'd', opened: 0, reopened: 0, recurrences: 0, done: 0, doneLate: 0, fellLate: 0 },
  ...{ repaired: 0, repairedLate: 0, rated: 0, stars: [0, 0, 0, 0, 0] },
};
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

test('shares and stars say nothing of few', () => {
  const some = { ...nothing, day: day(0), repaired: 19, repairedLate: 5, rated: 9, stars: [0, 0, 0, 0, 9] };
  expect(lateShare([some])).toBeNull();
  expect(starsIn([some], [some])).toBeNull();
  const one = { ...some, repaired: 1, repairedLate: 0, rated: 1, stars: [1, 0, 0, 0, 0] };
  expect(lateShare([some, one])).toBe(0.25);
  expect(levelsOf([some, one])).toEqual([1, 0, 0, 0, 9]);
  const estimate = starsIn([some, one], [some, one]);
  expect(estimate?.count).toBe(10);
  expect(estimate!.low).toBeLessThan(estimate!.value);
});

/** Cases that wait from a day to another, late from a day in between. */
const lives = fc.array(
  fc.record({ from: fc.nat(40), waits: fc.nat(20), due: fc.nat(30) }).map(({ from, waits, due }) => ({
    from,
    done: from + waits,
    late: from + due,
  })),
  { maxLength: 40 },
);

test('the backlog is what a count of the cases on each day gives', () => {
  fc.assert(
    fc.property(lives, fc.nat(30), (cases, first) => {
      const flows = Array.from({ length: 80 }, (_, n) => {
        const late = cases.filter((one) => one.late <= one.done);
        return {
          ...{ ...nothing, day: day(n) },
          opened: cases.filter(({ from }) => from === n).length,
          done: cases.filter(({ done }) => done === n).length,
          fellLate: late.filter((one) => one.late === n).length,
          doneLate: late.filter(({ done }) => done === n).length,
        };
      });
      const before = backlogOf(
        flows.slice(0, first).map((flow) => flow.day),
        flows,
        [],
      ).at(-1) ?? { open: 0, late: 0 };
      const days = Array.from({ length: 10 }, (_, index) => first + index);
      const expected = days.map((n) => ({
        day: day(n),
        open: cases.filter(({ from, done }) => from <= n && done > n).length,
        late: cases.filter(({ done, late }) => late <= n && done > n).length,
      }));
      expect(backlogOf(days.map(day), flows.slice(first), [{ departmentId: 'd', ...before }])).toEqual(
        expected,
      );
    }),
  );
});
