import fc from 'fast-check';
import { bandOf, type Known, priorityOf } from './score';
import { anyDanger, anyKnown } from './testing';
import { bandFrom, most } from './weights';

const known: Known = {
  ...{ emergency: 'none', danger: { by: 'staff', level: 1 }, people: 1, exposure: 0, used: 0, days: 0 },
};
const nothing = { emergency: 0, danger: 0, people: 0, place: 0, deadline: 0, age: 0 };
const staff = (level: 1 | 2 | 3 | 4) => ({ by: 'staff', level }) as const;
const calm = anyKnown.map((one) => ({ ...one, emergency: 'none' as const }));

describe('priorityOf', () => {
  it.each<[Partial<Known>, number, string, object]>([
    [{}, 0, 'P4', nothing],
    [{ danger: staff(2) }, 15, 'P4', { ...nothing, danger: 15 }],
    [{ danger: staff(3) }, 30, 'P3', { ...nothing, danger: 30 }],
    [{ danger: staff(4) }, 45, 'P2', { ...nothing, danger: 45 }],
    [{ people: 5 }, 9, 'P4', { ...nothing, people: 9 }],
    [{ exposure: 0.5, used: 0.5 }, 14, 'P4', { ...nothing, place: 6, deadline: 8 }],
    [{ days: 24 }, 5, 'P4', { ...nothing, age: 5 }],
    [{ danger: staff(4), used: 1 }, 60, 'P1', { ...nothing, danger: 45, deadline: 15 }],
    [{ emergency: 'imminent', people: 2 }, 100, 'P1', { ...nothing, emergency: 96, people: 4 }],
  ])('%j is %d, %s', (change, score, band, parts) => {
    expect(priorityOf({ ...known, ...change })).toEqual({ score, band, parts });
  });

  it('is a whole number from 0 to 100 that the parts make, each of them whole and no less than nothing', () => {
    fc.assert(
      fc.property(anyKnown, (one) => {
        const { score, parts } = priorityOf(one);
        const points = Object.values(parts);
        expect(points.every((point) => Number.isInteger(point) && point >= 0)).toBe(true);
        expect(points.reduce((sum, point) => sum + point, 0)).toBe(score);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('puts every emergency before all else, in P1', () => {
    fc.assert(
      fc.property(anyKnown, calm, fc.constantFrom('injured', 'imminent'), (one, other, emergency) => {
        const urgent = priorityOf({ ...one, emergency });
        expect(urgent.score).toBeGreaterThan(priorityOf(other).score);
        expect(urgent.band).toBe('P1');
      }),
    );
  });

  it('falls by none of what it grows with', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(calm, fc.nat(50), share, share, fc.nat(400), (one, people, exposure, used, days) => {
        const { score } = priorityOf(one);
        const more = (change: Partial<Known>) => expect(priorityOf({ ...one, ...change }).score);
        more({ people: one.people + people }).toBeGreaterThanOrEqual(score);
        more({ exposure: Math.max(one.exposure, exposure) }).toBeGreaterThanOrEqual(score);
        more({ used: Math.max(one.used, used) }).toBeGreaterThanOrEqual(score);
        more({ days: one.days + days }).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it('falls by no voice more, by no voice that is louder or believed more, and not where staff say more', () => {
    const weight = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const voices = fc.array(fc.record({ danger: anyDanger, weight }), { minLength: 1 });
    fc.assert(
      fc.property(calm, voices, anyDanger, weight, (one, some, danger, weight) => {
        const [first, ...others] = some;
        const score = (voices: typeof some) =>
          priorityOf({ ...one, danger: { by: 'reporters', voices } }).score;
        const louder = Math.max(first!.danger, danger) as typeof danger;
        expect(score([...some, { danger, weight }])).toBeGreaterThanOrEqual(score(some));
        expect(score([{ ...first!, danger: louder }, ...others])).toBeGreaterThanOrEqual(score(some));
        expect(
          score([{ ...first!, weight: Math.max(first!.weight, weight) }, ...others]),
        ).toBeGreaterThanOrEqual(score(some));
        const said = (level: typeof danger) => priorityOf({ ...one, danger: staff(level) }).score;
        expect(said(louder)).toBeGreaterThanOrEqual(said(first!.danger));
      }),
    );
  });

  it('makes nothing out of many who say that it is a nuisance, and no more of voices than staff would', () => {
    fc.assert(
      fc.property(fc.nat(500), anyDanger, (count, danger) => {
        const voices = Array.from({ length: count + 1 }, () => ({ danger, weight: 0.5 }));
        const declared = priorityOf({ ...known, danger: { by: 'reporters', voices } }).parts.danger;
        expect(declared).toBeLessThanOrEqual(priorityOf({ ...known, danger: staff(danger) }).parts.danger);
      }),
    );
  });
});

describe('the bands', () => {
  it('hold what their reasons say', () => {
    const width = bandFrom[0]![1] - bandFrom[1]![1];
    const { danger, ...others } = most;
    for (const points of Object.values(others)) expect(points).toBeLessThan(width);
    const everything = priorityOf({ ...known, people: 1e6, exposure: 1, used: 1, days: 1e6 });
    expect(everything.score).toBe(Object.values(others).reduce<number>((sum, points) => sum + points, 0));
    expect(everything.band).toBe('P2');
    expect(danger + everything.score).toBe(99);
  });

  it.each([
    [60, 'P1'],
    [59, 'P2'],
    [40, 'P2'],
    [39, 'P3'],
    [20, 'P3'],
    [19, 'P4'],
    [0, 'P4'],
  ] as const)('%d is %s', (score, band) => {
    expect(bandOf(score, 'none')).toBe(band);
    expect(bandOf(score, 'injured')).toBe('P1');
  });
});
