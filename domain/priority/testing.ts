import fc from 'fast-check';
import { anyJudgement } from '../standing/testing';
import { dangers, emergencies } from '../vocabulary';
import type { KnownDanger } from './danger';
import type { Reporter } from './people';
import type { Known } from './score';
import type { Weighable } from './weigh';

export const hour = 3_600_000;
export const start = Date.UTC(2026, 10, 24, 8);

/** A report by an unconfirmed person whose cookie is new; `n` makes it somebody of their own. */
export const newcomer = (n: number | string, change: Partial<Reporter> = {}): Reporter => ({
  reportId: `report-${n}`,
  personId: null,
  cookie: `cookie-${n}`,
  entered: false,
  byOwner: false,
  at: start,
  danger: 2,
  seenBefore: false,
  judgements: [],
  ...change,
});

/** A case that one person has just reported and nobody has verified. */
export const aCase = (change: Partial<Weighable> = {}): Weighable => ({
  status: 'verifying',
  emergency: 'none',
  danger: 2,
  openedAt: start,
  reporters: [newcomer('first')],
  realUntil: null,
  nearby: [],
  clocks: [],
  ...change,
});

export const anyDanger = fc.constantFrom(...dangers);

/** Reports within a day of a case, by people who may or may not be the same. */
export const anyReporter: fc.Arbitrary<Reporter> = fc
  .record({
    id: fc.uuid(),
    personId: fc.option(fc.constantFrom('p1', 'p2', 'p3'), { freq: 3 }),
    cookie: fc.option(fc.constantFrom(...Array.from({ length: 12 }, (_, n) => `c${n}`)), { freq: 6 }),
    entered: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    byOwner: fc.boolean(),
    at: fc.integer({ min: start, max: start + 24 * hour }),
    danger: anyDanger,
    seenBefore: fc.boolean(),
    judgements: fc.array(anyJudgement, { maxLength: 12 }),
  })
  .map(({ id, ...others }) => ({ ...others, reportId: id }));

const anyKnownDanger: fc.Arbitrary<KnownDanger> = fc.oneof(
  fc.record({ by: fc.constant('staff' as const), level: anyDanger }),
  fc.record({
    by: fc.constant('reporters' as const),
    voices: fc.array(
      fc.record({ danger: anyDanger, weight: fc.double({ min: 0.01, max: 0.99, noNaN: true }) }),
    ),
  }),
);

const share = fc.double({ min: 0, max: 1, noNaN: true });

export const anyKnown: fc.Arbitrary<Known> = fc.record({
  emergency: fc.constantFrom(...emergencies),
  danger: anyKnownDanger,
  people: fc.nat(100_000),
  exposure: share,
  used: share,
  days: fc.nat(5000),
});
