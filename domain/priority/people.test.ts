import fc from 'fast-check';
import { judged } from '../standing/testing';
import { type People, peopleOf, type Reporter } from './people';
import { anyReporter, hour, newcomer, start } from './testing';

const minute = 60_000;
/** So many newcomers, one a minute from `at` on. */
const arriving = (count: number, at = start, name = 'n') =>
  Array.from({ length: count }, (_, n) => newcomer(`${name}${n}`, { at: at + n * minute }));
const first = newcomer('first', { at: start - 24 * hour });
const keys = (people: People) => people.counted.map(({ key }) => key);

describe('distinct people', () => {
  it.each<[string, Parameters<typeof newcomer>[1][], string[]]>([
    ['one cookie sends twice', [{ cookie: 'c' }, { cookie: 'c' }], ['cookie:c']],
    ['two cookies', [{ cookie: 'c' }, { cookie: 'd' }], ['cookie:c', 'cookie:d']],
    [
      'one address, two cookies',
      [
        { personId: 'p', cookie: 'c' },
        { personId: 'p', cookie: 'd' },
      ],
      ['person:p'],
    ],
    ['a cookie whose address is known', [{ cookie: 'c' }, { personId: 'p', cookie: 'c' }], ['person:p']],
    [
      'two addresses from one browser',
      [{ personId: 'p', cookie: 'c' }, { personId: 'q', cookie: 'c' }, { cookie: 'c' }],
      ['person:p', 'person:q'],
    ],
    ['what has neither', [{ cookie: null }, { cookie: null }], ['nobody']],
    [
      'what staff took down',
      [
        { cookie: null, entered: true },
        { cookie: null, entered: true },
      ],
      ['report:report-0', 'report:report-1'],
    ],
    ['a confirmed caller', [{ personId: 'p', entered: true }, { personId: 'p' }], ['person:p']],
  ])('%s', (_what, reports, expected) => {
    const people = peopleOf(
      reports.map((change, n) => newcomer(n, { at: start + n, ...change })),
      null,
    );
    expect(keys(people)).toEqual(expected);
    expect(people.counted.every(({ key, confirmed }) => confirmed === key.startsWith('person:'))).toBe(true);
  });

  it('keep their first instant, their greatest danger and what their address has earned', () => {
    const judgements = judged(4);
    const [who] = peopleOf(
      [
        newcomer(1, { cookie: 'c', danger: 3, at: start }),
        newcomer(2, { personId: 'p', byOwner: true, cookie: 'c', danger: 1, at: start + 5, judgements }),
      ],
      null,
    ).counted;
    expect(who).toMatchObject({ firstAt: start, danger: 3, judgements, newcomer: false });
  });

  it.each<[string, Partial<Reporter>[]]>([
    ['their address', [{ personId: 'p', cookie: 'other', danger: 4 }]],
    [
      'a browser in which it was typed',
      [
        { personId: 'p', cookie: 'other', danger: 1 },
        { cookie: 'other', danger: 4 },
      ],
    ],
  ])('lend what they have earned to no greater danger that came by %s', (_what, foreign) => {
    const own = { personId: 'p', byOwner: true, cookie: 'c', danger: 2, judgements: judged(8) } as const;
    for (const order of [
      [own, ...foreign],
      [...foreign, own],
    ]) {
      const { counted } = peopleOf(
        order.map((change, n) => newcomer(n, { at: start + n, ...change })),
        null,
      );
      expect(counted).toMatchObject([{ key: 'person:p', danger: 4, judgements: [] }]);
    }
  });

  it('keep what they have earned where somebody else says no more than they do', () => {
    const own = { personId: 'p', byOwner: true, danger: 3, judgements: judged(8) } as const;
    for (const danger of [1, 3] as const) {
      const foreign = { personId: 'p', danger };
      const { counted } = peopleOf([newcomer(1, foreign), newcomer(2, own)], null);
      expect(counted).toMatchObject([{ danger: 3, judgements: own.judgements }]);
    }
  });

  it('are the same in whatever order the reports come', () => {
    const shuffled = fc
      .uniqueArray(anyReporter, { selector: ({ reportId }) => reportId, minLength: 1, maxLength: 40 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(peopleOf(other, null)).toEqual(peopleOf(one, null));
      }),
    );
  });

  it('become no fewer when another report comes, unless it shows that two of them are one', () => {
    fc.assert(
      fc.property(fc.array(anyReporter, { maxLength: 40 }), anyReporter, (all, more) => {
        const later = { ...more, cookie: more.personId ? null : more.cookie, at: start + 25 * hour };
        expect(peopleOf([...all, later], null).counted.length).toBeGreaterThanOrEqual(
          peopleOf(all, null).counted.length,
        );
      }),
    );
  });
});

describe('a burst', () => {
  it('is more than four new people within an hour: four count, the others are held', () => {
    expect(peopleOf([first, ...arriving(4)], null)).toMatchObject({ held: 0, burstAt: null });
    const burst = peopleOf([first, ...arriving(7)], null);
    expect(burst).toMatchObject({ held: 3, burstAt: start + 4 * minute });
    expect([burst.counted.length, burst.certain.length]).toEqual([5, 1]);
    const slow = Array.from({ length: 20 }, (_, n) => newcomer(n, { at: start + n * 15 * minute }));
    expect(peopleOf([first, ...slow], null)).toMatchObject({ held: 0, burstAt: null });
  });

  it.each<[string, Parameters<typeof newcomer>[1]]>([
    ['confirmed', { personId: 'x' }],
    ['seen before', { seenBefore: true }],
    ['entered by staff', { entered: true, cookie: null }],
  ])('is not made by people who are %s', (what, change) => {
    const known = arriving(9).map((one, n) => ({
      ...one,
      ...change,
      ...(what === 'confirmed' && { personId: `${n}` }),
    }));
    expect(peopleOf([first, ...known], null)).toMatchObject({ held: 0, burstAt: null });
  });

  it('does not take away who opened the case, and what came at other times', () => {
    const opened = peopleOf(arriving(9), null);
    expect([opened.certain.map(({ key }) => key), opened.held]).toEqual([['cookie:cookie-n0'], 4]);
    const before = newcomer('before', { at: start - 3 * hour });
    expect(peopleOf([first, before, ...arriving(9)], null).certain).toHaveLength(2);
  });

  it('is over when staff say that it is real, until the next one', () => {
    const all = [first, ...arriving(9)];
    const said = start + 2 * hour;
    expect(peopleOf(all, said)).toMatchObject({ held: 0, burstAt: null });
    const again = peopleOf([...all, ...arriving(6, said + minute, 'm')], said);
    expect([again.held, again.counted.length, again.certain.length]).toEqual([2, 14, 10]);
  });
});
