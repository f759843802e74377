import fc from 'fast-check';
import { judged } from '../standing/testing';
import { isTold } from './changed';
import { aCase, anyDanger, anyReporter, hour, newcomer, start } from './testing';
import { openingPriority, type Weighable, weigh } from './weigh';

const day = 24 * hour;
const partsOf = (change: Partial<Weighable>, now = start) => weigh(aCase(change), now, 1).parts;

describe('danger', () => {
  it.each<[string, Partial<Weighable>, number]>([
    ['a newcomer is believed by half', { reporters: [newcomer(1, { danger: 4 })] }, 23],
    // 45 × ½ × (½ + 9/10) and 45 × ½ × (½ + 1/10).
    [
      'who was right eight times before, by more',
      { reporters: [newcomer(1, { danger: 4, judgements: judged(8, { at: start }) })] },
      32,
    ],
    [
      'who was wrong eight times before, by less',
      { reporters: [newcomer(1, { danger: 4, judgements: judged(8, { at: start, real: false }) })] },
      14,
    ],
    [
      'what they had not been judged for when they spoke, not at all',
      {
        reporters: [newcomer(1, { danger: 4, judgements: judged(8, { at: start + day, real: false }) })],
      },
      23,
    ],
    [
      'who was judged four times, as anybody',
      { reporters: [newcomer(1, { danger: 4, judgements: judged(4, { at: start, real: false }) })] },
      23,
    ],
    ['two say the same', { reporters: [newcomer(1, { danger: 4 }), newcomer(2, { danger: 4 })] }, 34],
    [
      'one who says less takes nothing away',
      { reporters: [newcomer(1, { danger: 4 }), newcomer(2, { danger: 1 })] },
      23,
    ],
    [
      'staff have verified it',
      { status: 'accepting', danger: 3, reporters: [newcomer(1, { danger: 4 })] },
      30,
    ],
    ['a technician found less', { status: 'rating', danger: 1, reporters: [newcomer(1, { danger: 4 })] }, 0],
  ])('%s', (_what, change, points) => {
    expect(partsOf(change).danger).toBe(points);
  });
});

test('an emergency is never weighed down', () => {
  const fake = judged(40, { at: start, real: false });
  for (const emergency of ['injured', 'imminent'] as const)
    expect(
      weigh(aCase({ emergency, reporters: [newcomer(1, { danger: 4, judgements: fake })] }), start, 1),
    ).toMatchObject({ score: 100, band: 'P1' });
});

describe('place', () => {
  const near = (metres: number, kind: Weighable['nearby'][number]['kind'] = 'school', name = 'x') => ({
    ...{ kind, name, metres },
  });
  it.each<[string, Weighable['nearby'], number]>([
    ['at a school', [near(0)], 12],
    ['halfway to where it reaches', [near(75)], 6],
    ['beyond', [near(150)], 0],
    ['a main road is narrow', [near(30, 'main-road')], 0],
    ['the one that exposes most counts, not the nearest', [near(20, 'main-road'), near(40)], 9],
  ])('%s', (_what, nearby, points) => {
    expect(partsOf({ nearby }).place).toBe(points);
  });

  it('is named, in whole metres', () => {
    const nearby = [near(20.4, 'hospital', 'SS. Antonio e Biagio'), near(21, 'hospital', 'A')];
    expect(weigh(aCase({ nearby }), start, 1).reasons.place).toEqual({
      ...{ kind: 'hospital', name: 'SS. Antonio e Biagio', metres: 20 },
    });
  });
});

describe('deadline and age', () => {
  const repair = { kind: 'repair', startedAt: start, dueAt: start + 10 * day } as const;
  const acceptance = { kind: 'acceptance', startedAt: start + 5 * day, dueAt: start + 6 * day } as const;
  it.each([
    ['nothing runs', [], start, 0, null],
    ['it begins', [repair], start, 0, 'repair'],
    ['half is used', [repair], start + 5 * day, 8, 'repair'],
    ['it is past', [repair], start + 30 * day, 15, 'repair'],
    ['one that begins hides none', [repair, acceptance], start + 5 * day, 8, 'repair'],
    ['the one with the least left', [repair, acceptance], start + 5.9 * day, 14, 'acceptance'],
    ['a target of no length', [{ ...repair, dueAt: start }], start, 15, 'repair'],
  ] as const)('%s', (_what, clocks, now, points, clock) => {
    const { parts, reasons } = weigh(aCase({ clocks: [...clocks] }), now, 1);
    expect([parts.deadline, reasons.deadline?.clock ?? null]).toEqual([points, clock]);
  });

  it('counts days of SLA time', () => {
    expect(weigh(aCase(), start + 24 * hour, 24)).toMatchObject({ parts: { age: 5 }, reasons: { days: 24 } });
    expect(weigh(aCase(), start - hour, 1).reasons.days).toBe(0);
  });

  it('makes nothing smaller by waiting', () => {
    const after = fc.integer({ min: 0, max: 400 * day });
    fc.assert(
      fc.property(fc.array(anyReporter), after, after, (reporters, a, b) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        const one = aCase({ reporters, clocks: [repair] });
        expect(weigh(one, start + later, 1).score).toBeGreaterThanOrEqual(
          weigh(one, start + sooner, 1).score,
        );
      }),
    );
  });
});

describe('a burst of new unconfirmed people', () => {
  const anyNewcomers = fc
    .array(fc.record({ danger: anyDanger, after: fc.integer({ min: 0, max: hour - 1 }) }), {
      ...{ minLength: 5, maxLength: 60 },
    })
    .map((some) =>
      some.map(({ danger, after }, n) => newcomer(`burst${n}`, { danger, at: start + 48 * hour + after })),
    );
  /** What was there before: all of it came at other times. */
  const before = fc.array(anyReporter, { maxLength: 20 }).map((some) => [newcomer('first'), ...some]);
  const used = fc.integer({ min: 0, max: 20 * day });

  it('moves no case to another band by itself, whatever it says and whoever has verified', () => {
    const status = fc.constantFrom('verifying' as const, 'accepting' as const);
    fc.assert(
      fc.property(before, anyNewcomers, status, anyDanger, used, (reporters, more, status, danger, at) => {
        const clocks = [{ kind: 'repair' as const, startedAt: start, dueAt: start + 20 * day }];
        const one = aCase({ reporters, status, danger, clocks });
        const now = start + at;
        const [calm, bursting] = [one, { ...one, reporters: [...reporters, ...more] }].map((each) =>
          weigh(each, now, 1),
        );
        expect(bursting!.burstAt).not.toBeNull();
        // A burst that was there before is none of this one's doing.
        if (calm!.burstAt === null) expect(bursting!.band).toBe(calm!.band);
      }),
    );
  });

  it('raises the score by no more than its first four, however many come', () => {
    fc.assert(
      fc.property(before, anyNewcomers, (reporters, more) => {
        const inOrder = [...more].sort((a, b) => a.at - b.at || (a.reportId < b.reportId ? -1 : 1));
        const one = (some: typeof more) =>
          weigh(aCase({ reporters: [...reporters, ...some] }), start, 1).score;
        expect(one(more)).toBe(one(inOrder.slice(0, 4)));
      }),
    );
  });

  it('counts once staff have said that it is real', () => {
    const reporters = [
      newcomer('first'),
      ...Array.from({ length: 40 }, (_, n) => newcomer(n, { at: start + n })),
    ];
    const held = weigh(aCase({ reporters, danger: 4, status: 'accepting' }), start, 1);
    expect([held.band, held.reasons.people]).toEqual(['P2', { counted: 5, confirmed: 0, held: 36 }]);
    const real = weigh(
      aCase({ reporters, danger: 4, status: 'accepting', realUntil: start + hour }),
      start,
      1,
    );
    expect([real.band, real.burstAt, real.reasons.people.counted]).toEqual(['P1', null, 41]);
  });
});

test('a case opens with one person’s word', () => {
  const { parts, score } = weigh(aCase({ reporters: [newcomer(1, { danger: 3 })] }), start, 1);
  expect(openingPriority({ danger: 3, emergency: 'none' })).toEqual({ score, parts, band: 'P4' });
  expect(openingPriority({ danger: 1, emergency: 'injured' })).toMatchObject({ score: 100, band: 'P1' });
});

test.each([
  ['P3', 39, 'P2', 40, true],
  ['P3', 20, 'P3', 29, false],
  ['P3', 20, 'P3', 30, true],
  ['P3', 30, 'P3', 20, true],
] as const)('from %s %d to %s %d is told: %s', (band, score, toBand, toScore, told) => {
  expect(isTold({ band, score }, { band: toBand, score: toScore })).toBe(told);
});
