import type { CaseEvent } from '../diagnosis/event';
import { day, event, monday } from '../diagnosis/testing';
import { DAYS_TO_COME, type Question, whatIf } from './answer';
import { today } from './simulate';

const asToday: Question = { ...today, hours: null };
const period = { begin: monday - 8 * 3_600_000 + 56 * day, days: 56 };

interface Department {
  /** Cases a day. */
  cases: number;
  /** Crews that are sent out from Monday to Friday, for eight hours each. */
  crews: number;
  /** Cases a day that they repair, two hours each. */
  done?: number;
}

/** Eight weeks of a department in which every case has three days. */
function history({ cases, crews, done = cases }: Department): CaseEvent[] {
  return Array.from({ length: 56 }, (_none, index) => index).flatMap((date) => [
    ...Array.from({ length: date % 7 < 5 ? crews : 0 }, (_crew, crew) =>
      event('staffed', date * 24, { caseId: '', unit: `crew:${crew}`, amount: 8 }),
    ),
    ...Array.from({ length: cases }, (_case, index): CaseEvent[] => {
      const of = { caseId: `${date}-${index}`, unit: 'crew:0' };
      const at = date * 24 + index / 10;
      const opened = event('opened', at, { ...of, reason: index % 4 ? 'hole' : 'lamp', amount: 72 });
      const verified = [
        opened,
        event('accepted', at + 2, of),
        event('assigned', at + 4, { ...of, amount: 2 }),
      ];
      return index < done
        ? [...verified, event('started', at + 24, of), event('repaired', at + 26, { ...of, amount: 2 })]
        : verified;
    }).flat(),
  ]);
}
const ask = (of: Department, question: Partial<Question> = {}) =>
  whatIf(history(of), period, { ...asToday, ...question }, 7);
const missing = (of: Department, question: Partial<Question> = {}) => {
  const answer = ask(of, question);
  return answer.verdict === 'enough' ? [] : answer.missing.map(({ what }) => what);
};

test('what was measured is said in plain figures', () => {
  const { measured } = ask({ cases: 8, crews: 2, done: 5 });
  const { arrivals, waiting, crews, workHours, week, categories } = measured;
  expect({ arrivals, crews, workHours, categories }).toEqual({
    ...{ arrivals: 8, workHours: 2, crews: { count: 2, hours: 8, days: 5 } },
    categories: [
      { code: 'hole', cases: 6 * 56, work: 0.75 },
      { code: 'lamp', cases: 2 * 56, work: 0.25 },
    ],
  });
  // Of the last day what was repaired is not known yet.
  expect(waiting).toBe(3 * 56 + 5);
  expect([week.came, week.staffed]).toEqual([8 * 2 * 7, 2 * 8 * 5]);
  expect(week.done).toBeCloseTo(5 * 2 * 7 * (55 / 56));
  // Those of the last three days are not due yet.
  expect(measured.lateShare).toBeCloseTo(3 / 8);
});

test('too few hours make a department fall behind, and a crew more helps it', () => {
  const few = { cases: 8, crews: 2, done: 5 };
  const answer = ask(few, { crews: 1 });
  if (answer.verdict !== 'enough') throw new Error('not enough');
  expect(answer.today.daily).toHaveLength(DAYS_TO_COME + 1);
  expect(answer.today.daily[0]!.mean).toBe(answer.measured.waiting);
  expect(answer.today.backlog.low).toBeGreaterThan(answer.measured.waiting);
  expect(answer.change.backlog.high).toBeLessThan(0);
  // Twelve hours of two crews are eight of three.
  const longer = ask(few, { hours: 12 });
  expect(longer.verdict === 'enough' && longer.otherwise.backlog.mean).toBeCloseTo(
    answer.otherwise.backlog.mean,
    -1.5,
  );
  expect(ask(few, { crews: 1 })).toEqual(answer);
});

test('where too little is known it says what is missing', () => {
  expect(missing({ cases: 0, crews: 0 })).toEqual(['cases', 'repaired', 'deadlines']);
  expect(missing({ cases: 1, crews: 1 })).toEqual(['cases']);
  expect(missing({ cases: 8, crews: 2, done: 0 })).toEqual(['repaired']);
  const week = { begin: monday - 8 * 3_600_000 + 7 * day, days: 7 };
  const few = whatIf(history({ cases: 8, crews: 2 }), week, asToday, 1);
  expect(few).toMatchObject({ verdict: 'not-enough-data' });
  expect(few.verdict === 'not-enough-data' && few.missing.map(({ what, need }) => [what, need])).toEqual([
    ['days', 28],
    ['cases', 60],
  ]);
});

test('where nobody said who is sent out only what comes can be changed', () => {
  expect(missing({ cases: 8, crews: 0 })).toEqual([]);
  expect(missing({ cases: 8, crews: 0 }, { without: ['hole'] })).toEqual([]);
  for (const asked of [{ crews: 1 }, { hours: 6 }, { rule: 'first-due' as const }])
    expect(missing({ cases: 8, crews: 0 }, asked)).toEqual(['crews']);
});

test('crews that did far more work than they had hours for are not all the crews', () => {
  expect(missing({ cases: 8, crews: 1 })).toEqual(['staffed']);
});

test('a large department is played less often, so that nobody waits for long', () => {
  const answer = ask({ cases: 60, crews: 24 });
  expect(answer.verdict === 'enough' && answer.times).toBe(Math.floor(600_000 / (60 * 57)));
}, 60_000);
