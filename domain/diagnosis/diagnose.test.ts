import { diagnose, FEWEST_CASES } from './diagnose';
import type { CaseEvent } from './event';
import { measure } from './measure';
import { day, event, hour, monday } from './testing';

const period = { from: monday, to: monday + 60 * day };
interface Habits {
  verification?: number;
  assignment?: number;
  staffed?: number;
  missing?: boolean;
  cases?: number;
}

/** Two cases a day that take two hours each, of two crews; nothing is random. */
function department({
  verification = 10,
  assignment = 20,
  staffed = 5,
  missing = false,
  cases = 120,
}: Habits): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (let n = 0; n < cases; n++) {
    const at = (n >> 1) * 24;
    const of = { caseId: `c${n}`, unit: `crew-${n % 2}` };
    if (n % 2 === 0)
      for (const unit of ['crew-0', 'crew-1'])
        events.push(event('staffed', at, { caseId: '', unit, amount: staffed }));
    const assigned = at + verification + 3 + assignment;
    events.push(
      event('opened', at, { ...of, unit: '' }),
      event('verified', at + verification, of),
      event('accepted', at + verification + 3, of),
      event('assigned', assigned, { ...of, amount: 2 }),
      event('arrived', assigned + 5, { ...of, amount: 2500 }),
      ...(missing
        ? [
            event('unassigned', assigned + 6, { ...of, reason: 'materials' }),
            event('assigned', assigned + 20, of),
          ]
        : []),
      event('started', assigned + 21, of),
      event('repaired', assigned + 23, { ...of, amount: 2 }),
    );
  }
  return events;
}

test('the measures of a period are those of its cases', () => {
  const measures = measure(department({}), period);
  expect(measures).toMatchObject({
    ...{ cases: 120, completed: 116, openBefore: 0, lateShare: 0, bounces: 0, missing: 0, metres: 2500 },
    ...{ touch: 1, unseen: null, reviewDays: null },
  });
  expect(measures.load).toBeCloseTo(240 / 600);
  expect(measures.hours).toMatchObject({ verification: 10, acceptance: 3, work: expect.any(Number) });
  expect(measure(department({}), { from: monday, to: monday + day }).cases).toBe(2);
});

test.each<[Habits, unknown]>([
  [{}, 'healthy'],
  [{ staffed: 2 }, ['understaffed']],
  [{ assignment: 400, missing: true }, ['badly-organised']],
  [{ verification: 300 }, ['badly-managed']],
  [{ verification: 300, staffed: 2 }, ['understaffed', 'badly-managed']],
])('%j is %j, with its signs', (habits, verdict) => {
  const found = diagnose(department(habits), period);
  expect(found.verdict).toEqual(verdict);
  for (const { holds, evidence, confidence } of found.findings) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1 + 1e-9);
    if (holds) expect([evidence.length > 0, confidence > 0.9]).toEqual([true, true]);
  }
  expect(diagnose(department(habits), period)).toEqual(found);
});

test('of few cases nothing is said; where nobody says what crews have, nobody is called understaffed', () => {
  const few = department({ verification: 300 }).filter(
    ({ caseId }) => Number(caseId.slice(1)) < FEWEST_CASES - 1,
  );
  expect(diagnose(few, period).verdict).toBe('not-enough-data');
  expect(diagnose([], period).verdict).toBe('not-enough-data');
  const unknown = department({ staffed: 1 }).filter(({ name }) => name !== 'staffed');
  expect(diagnose(unknown, period).measures.load).toBeNull();
  expect(diagnose(unknown, period).verdict).toBe('healthy');
});

test('what comes after the period is not looked at', () => {
  const events = department({});
  const later = [
    ...events,
    event('opened', 5000, { caseId: 'later' }),
    event('breached', 5001, { reason: 'repair' }),
  ];
  expect(diagnose(later, period)).toEqual(diagnose(events, period));
  expect(period.to - period.from).toBe(60 * 24 * hour);
});

test('of thousands of cases a thousand are drawn, which stand for all of them', () => {
  const cases = 3000;
  const all = { from: monday, to: monday + (cases / 2) * day };
  const { verdict, findings } = diagnose(department({ staffed: 1.6, cases }), all);
  expect(verdict).toEqual(['understaffed']);
  expect(findings[0]?.confidence).toBeGreaterThan(0.95);
});
