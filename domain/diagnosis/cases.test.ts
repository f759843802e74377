import fc from 'fast-check';
import { livesOf, stages } from './cases';
import { eventNames } from './event';
import { event, hour, monday } from './testing';

const until = monday + 1000 * hour;

test('hours are spent where the case is, until it is repaired', () => {
  const [life] = livesOf(
    [
      event('opened', 0),
      event('verified', 4),
      event('accepted', 6),
      event('assigned', 16, { unit: 'crew-1', amount: 2 }),
      event('arrived', 20, { amount: 900 }),
      event('paused', 20, { reason: 'materials' }),
      event('resumed', 44),
      event('unassigned', 45, { reason: 'materials' }),
      event('assigned', 50, { unit: 'crew-2', amount: 2 }),
      event('started', 60, { unit: 'crew-2' }),
      event('repaired', 63, { unit: 'crew-2', amount: 3 }),
      event('ended', 100, { reason: 'repaired' }),
    ],
    until,
  );
  expect(life).toMatchObject({
    hours: { verification: 4, acceptance: 2, assignment: 15, crew: 15, work: 3, others: 24 },
    ...{ worked: 3, planned: 2, bounces: 1, missing: 2, reopened: 0, metres: [900], unit: 'crew-2' },
    ...{ repairedAt: monday + 63 * hour, endedAt: monday + 100 * hour },
  });
});

test('what waits still counts until now; what was reopened waits again; what has no beginning tells nothing', () => {
  const [open] = livesOf([event('opened', 0), event('verified', 10)], monday + 30 * hour);
  expect(open?.hours).toMatchObject({ verification: 10, acceptance: 20 });
  const [again] = livesOf(
    [
      event('opened', 0),
      event('repaired', 10, { amount: 1 }),
      event('reopened', 20),
      event('repaired', 50, { amount: 2 }),
    ],
    until,
  );
  expect(again).toMatchObject({ reopened: 1, worked: 3, repairedAt: monday + 50 * hour });
  expect(again?.hours).toMatchObject({ verification: 10, assignment: 30 });
  expect(livesOf([event('verified', 10)], until)).toEqual([]);
});

test('an escalation is seen when somebody takes notice within four days', () => {
  const seen = (acknowledgedAfter: number | null) =>
    livesOf(
      [
        event('opened', 0),
        event('breached', 50, { reason: 'repair' }),
        event('escalated', 50),
        ...(acknowledgedAfter === null ? [] : [event('acknowledged', 50 + acknowledgedAfter)]),
      ],
      until,
    )[0];
  expect(seen(90)).toMatchObject({ escalations: 1, unseen: 0, breached: ['repair'] });
  expect(seen(97)?.unseen).toBe(1);
  expect(seen(null)?.unseen).toBe(1);
});

test('whatever happens in whatever order, the stages add up to the time until the repair, or until now', () => {
  const any = fc.array(
    fc.record({ name: fc.constantFrom(...eventNames), hours: fc.integer({ min: 1, max: 900 }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(any, (rest) => {
      const lives = livesOf(
        [event('opened', 0), ...rest.map(({ name, hours }) => event(name, hours))],
        until,
      );
      expect(lives).toHaveLength(1);
      const spent = stages.reduce((sum, stage) => sum + lives[0]!.hours[stage], 0);
      expect(spent).toBeGreaterThanOrEqual(0);
      expect(spent).toBeLessThanOrEqual(1000 + 1e-6);
    }),
  );
});
