import { urgencies } from '../vocabulary';
import { checkCalendar, workingMinutesBetween } from './calendar';
import { defaultPolicies, officeCalendar, onCallCalendar } from './defaults';
import { planClock } from './plan';
import { urgencyOf } from './policy';
import { start } from './testing';

const office = officeCalendar('11-10');

test('both calendars can be counted with; an office week has 31 hours', () => {
  checkCalendar(office);
  checkCalendar(onCallCalendar);
  const [from, to] = [Date.parse('2026-11-23T00:00+01:00'), Date.parse('2026-11-30T00:00+01:00')];
  expect(workingMinutesBetween(from, to, office)).toBe(31 * 60);
  expect(workingMinutesBetween(from, to, onCallCalendar)).toBe(7 * 24 * 60);
});

test('every clock has a target, sooner the more urgent, with its stages in order', () => {
  const due = (urgency: (typeof urgencies)[number]) =>
    Object.entries(defaultPolicies[urgency].targets).map(([kind, target]) => {
      const plan = planClock({ target, rules: office, startedAt: start, pauses: [], speed: 1 });
      if (kind !== 'rating' && kind !== 'handover') {
        expect(plan.remindAt).toBeLessThan(plan.dueAt);
        expect(plan.escalateAt).toBeGreaterThan(plan.dueAt);
      }
      return plan.dueAt;
    });
  const [emergency = [], urgent = [], ordinary = []] = urgencies.map(due);
  expect(emergency).toHaveLength(7);
  emergency.forEach((dueAt, i) => {
    expect(dueAt).toBeLessThanOrEqual(urgent[i] ?? 0);
    expect(urgent[i]).toBeLessThanOrEqual(ordinary[i] ?? 0);
  });
  expect(defaultPolicies.emergency.maxPauseMinutes).toBe(0);
});

test.each([
  ['none', 1, 'ordinary'],
  ['none', 2, 'ordinary'],
  ['none', 3, 'urgent'],
  ['none', 4, 'urgent'],
  ['injured', 1, 'emergency'],
  ['imminent', 4, 'emergency'],
] as const)('emergency %s with danger %i is %s', (emergency, danger, expected) => {
  expect(urgencyOf({ emergency, danger })).toBe(expected);
});
