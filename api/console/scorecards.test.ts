import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../activities/emergency/testing';
import { confirmRepair } from '../../activities/testing';
import { Repair } from '../../db/entities';
import {
  type Console,
  createCase,
  createCrewAndSupplier,
  createTown,
  startConsole,
  type Town,
} from './testing';

let at: Console;
let town: Town;
let good: string;
let bad: string;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  town = await createTown(at.db);
  [good, bad] = [
    (await createCrewAndSupplier(at.db, town)).supplierId,
    (await createCrewAndSupplier(at.db, town)).supplierId,
  ];
  await work(30, good, 30);
  await work(30, bad, 0);
}, 60_000);
afterAll(() => at.stop());

const day = (days: number) => new Date(Date.UTC(2025, 0, 15, 8) + days * 86_400_000);

/** Repairs of which so many hold; the others fail after two days and more. */
async function work(count: number, supplierId: string, holding: number, of = town) {
  for (let n = 0; n < count; n++) {
    const { id: caseId } = await createCase(at.db, of, { status: 'rating', openedAt: day(0) });
    const done = { procedure: 'Toppa', hours: '1', cost: '40', recordedBy: randomUUID(), recordedAt: day(1) };
    const id = randomUUID();
    await at.db.getRepository(Repair).insert({ id, caseId, cycle: 1, supplierId, ...done });
    await confirmRepair(at.db, caseId, id, day(1));
    if (n >= holding) await createCase(at.db, of, { openedAt: day(3 + n), recurrenceOf: caseId });
  }
}

const query = (kind: string, from = '2025-01-01', to = '2025-12-31') => `kind=${kind}&from=${from}&to=${to}`;

test('management sees who works well, how sure that is, and of whom nothing can be said', async () => {
  const few = await createCrewAndSupplier(at.db, town);
  await work(2, few.supplierId, 2);
  const management = await at.person('management');
  const { status, body } = await management.get(`/scorecards?${query('supplier')}`);
  expect([status, body.fewest]).toEqual([200, { repairs: 20, rated: 10 }]);
  const card = (id: string) => body.cards.find((one: { id: string }) => one.id === id);
  expect(card(good)).toMatchObject({
    verdict: 'enough',
    repairs: 30,
    ranks: { holds90: 1, recurrences: 1, cost: 1 },
  });
  expect(card(good).figures).toMatchObject({ holds90: { value: 1, high: 1, count: 30 }, stars: null });
  expect(card(bad)).toMatchObject({ ranks: { holds90: 2, recurrences: 2, cost: 1, stars: null } });
  expect(card(few.supplierId)).toMatchObject({ verdict: 'not-enough-data', repairs: 2 });
  expect(card(few.supplierId)).not.toHaveProperty('figures');
});

test('the curve of one, but not of what too few say', async () => {
  const oversight = await at.person('oversight');
  const curve = async (kind: string, id: string) =>
    (await oversight.get(`/scorecards/curve?${query(kind)}&id=${encodeURIComponent(id)}`)).body;
  const { steps, lastDay } = await curve('supplier', bad);
  expect([steps.length, steps[0].days, steps.at(-1).holds, lastDay]).toEqual([30, 2, 0, 31]);
  expect(await curve('supplier', good)).toEqual({ steps: [], lastDay: 365 });
  expect(await curve('supplier', randomUUID())).toEqual({ steps: [], lastDay: 0 });
  expect((await curve('procedure', 'toppa')).steps).toHaveLength(30);
});

test('a way of working that was typed a few times is not shown', async () => {
  const of = await createTown(at.db);
  const { supplierId } = await createCrewAndSupplier(at.db, of);
  await work(3, supplierId, 3, of);
  const coordinator = await at.person('coordinator', of.departmentId);
  const cards = async (kind: string) => (await coordinator.get(`/scorecards?${query(kind)}`)).body.cards;
  expect(await cards('procedure')).toEqual([]);
  expect(await cards('category')).toMatchObject([{ id: of.categoryId, repairs: 3 }]);
});

test('a coordinator sees the own department’s repairs, others nothing at all', async () => {
  const { departmentId } = await createTown(at.db);
  const coordinator = await at.person('coordinator', departmentId);
  expect((await coordinator.get(`/scorecards?${query('supplier')}`)).body.cards).toEqual([]);
  for (const role of ['operator', 'technician'] as const)
    expect((await (await at.person(role)).get(`/scorecards?${query('supplier')}`)).status).toBe(403);
});

test('only what was mended of one category, when asked so', async () => {
  const admin = await at.person('admin');
  const of = await createTown(at.db);
  const cards = async (categoryId: string) =>
    (await admin.get(`/scorecards?${query('supplier')}&categoryId=${categoryId}`)).body.cards;
  expect(await cards(of.categoryId)).toEqual([]);
  expect((await cards(town.categoryId)).map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining([good, bad]),
  );
});

test('many at once wait for their turn, and a crowd is asked to come again', async () => {
  const admin = await at.person('admin');
  const asked = Array.from({ length: 14 }, () => admin.get(`/scorecards?${query('supplier')}`));
  const answers = await Promise.all(asked);
  const crowd = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200).length + crowd.length).toBe(14);
  expect(crowd.length).toBeGreaterThan(0);
  expect(crowd[0]?.headers.get('retry-after')).toBe('5');
  expect((await admin.get(`/scorecards?${query('supplier')}`)).status).toBe(200);
}, 60_000);

test('what is asked wrongly is refused', async () => {
  const admin = await at.person('admin');
  for (const wrong of [
    query('person'),
    query('crew', '2025-03-01', '2025-02-01'),
    query('crew', '2000-01-01'),
    'kind=crew',
  ])
    expect((await admin.get(`/scorecards?${wrong}`)).status).toBe(422);
  expect((await admin.get(`/scorecards/curve?${query('crew')}`)).status).toBe(422);
});
