import fc from 'fast-check';
import { canonical } from '../audit/chain';
import { FEWEST_REPAIRS } from '../quality/scorecard';
import { outcome } from '../quality/testing';
import { type DossierOutcome, dossierOf, type Repaired, type Selection } from './dossier';

const selection: Selection = {
  ...{ supplierIds: [], categoryIds: [], departmentId: null },
  ...{ from: '2025-01-01', to: '2025-06-30', until: '2025-12-31' },
};
const named = (id: string) => ({ id, it: `${id} it`, en: `${id} en` });

let serial = 0;
/** Repairs of a supplier, and what came of them. */
function work(supplierId: string | null, count: number, change: Partial<DossierOutcome> = {}) {
  const outcomes: DossierOutcome[] = [];
  const repairs: Repaired[] = [];
  for (let n = 0; n < count; n++) {
    const repairId = `r${(serial++).toString().padStart(5, '0')}`;
    const groups = supplierId
      ? [{ id: supplierId, nameIt: `${supplierId} it`, nameEn: `${supplierId} en` }]
      : [];
    outcomes.push({ ...outcome({ cost: 0.1 + n / 7, stars: [3, 5] }), ...change, groups, repairId });
    if (supplierId)
      repairs.push({
        ...{ id: repairId, number: `C-${repairId}`, supplier: named(supplierId), category: named('pothole') },
        ...{ materials: [named('sand'), named('asphalt')], openedOn: '2025-01-02', repairedOn: '2025-01-05' },
      });
  }
  return { outcomes, repairs };
}
const together = (...works: ReturnType<typeof work>[]) => ({
  outcomes: works.flatMap(({ outcomes }) => outcomes),
  repairs: works.flatMap(({ repairs }) => repairs),
});

test('figures have an interval and a fixed spelling; of few there are none', () => {
  const { outcomes, repairs } = together(work('good', FEWEST_REPAIRS), work('few', FEWEST_REPAIRS - 1));
  const { suppliers, counts, compared } = dossierOf(selection, outcomes, repairs);
  expect(suppliers.map(({ supplier, figures }) => [supplier.id, figures === null])).toEqual([
    ['few', true],
    ['good', false],
  ]);
  const { figures, medianDays } = suppliers[1]!;
  expect(figures?.holds365).toEqual({
    value: '1.000000',
    low: '0.831567',
    high: '1.000000',
    count: 20,
    rank: 1,
  });
  expect(medianDays).toEqual({ value: null, low: null, high: null });
  expect(counts).toEqual({ suppliers: 2, repairs: 39, rated: 39, recurred: 0 });
  expect(compared).toEqual({ repairs: 39, recurred: 0 });
});

test('others are compared with, but neither shown nor ranked', () => {
  const back = { spell: { days: 3, recurred: true } };
  const all = together(work('good', 30), work('bad', 30, back), work(null, 30, back));
  const chosen = { ...selection, supplierIds: ['bad'] };
  const { suppliers, cases, counts, compared } = dossierOf(chosen, all.outcomes, all.repairs.slice(30));
  expect(suppliers.map(({ supplier }) => supplier.id)).toEqual(['bad']);
  expect(suppliers[0]?.figures?.recurrences?.rank).toBe(1);
  expect(Number(suppliers[0]?.figures?.againstUsual?.value)).toBeGreaterThan(1);
  expect([counts.repairs, compared]).toEqual([30, { repairs: 90, recurred: 60 }]);
  expect(cases.every(({ supplier, recurred }) => supplier.id === 'bad' && recurred)).toBe(true);
});

test('a case holds neither persons nor words', () => {
  const { outcomes, repairs } = work('good', 1, { cost: 12.5, hours: 1 / 3, inTime: null });
  expect(dossierOf(selection, outcomes, repairs).cases).toEqual([
    {
      ...{
        id: repairs[0]!.id,
        number: repairs[0]!.number,
        supplier: named('good'),
        category: named('pothole'),
      },
      ...{ materials: [named('asphalt'), named('sand')], openedOn: '2025-01-02', repairedOn: '2025-01-05' },
      ...{ cost: '12.50', hours: '0.33', inTime: null, stars: [3, 5], days: '365.250', recurred: false },
    },
  ]);
});

test('whatever order rows and choices come in, the spelling is the same', () => {
  const { outcomes, repairs } = together(
    work('good', 25),
    work('bad', 25, { spell: { days: 9, recurred: true } }),
  );
  const ids = ['bad', 'good', 'other'];
  const spelt = canonical(dossierOf({ ...selection, supplierIds: ids }, outcomes, repairs));
  const shuffled = <T>(all: T[]) => fc.shuffledSubarray(all, { minLength: all.length });
  fc.assert(
    fc.property(shuffled(outcomes), shuffled(repairs), shuffled(ids), (rows, done, supplierIds) => {
      expect(canonical(dossierOf({ ...selection, supplierIds }, rows, done))).toBe(spelt);
    }),
    { numRuns: 20 },
  );
});

test('another day of watching is another dossier', () => {
  const { outcomes, repairs } = work('good', 25);
  const spelt = (change: Partial<Selection>) =>
    canonical(dossierOf({ ...selection, ...change }, outcomes, repairs));
  expect(spelt({ until: '2026-01-01' })).not.toBe(spelt({}));
});
