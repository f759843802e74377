import { randomUUID } from 'node:crypto';
import { confirmRepair, createTown, type Town } from '../../activities/testing';
import { createCase, createCrewAndSupplier } from '../../api/console/testing';
import type { GroupKind } from '../../domain/quality/compare';
import { CaseClock, Category, CitizenAct, Material, Membership, Repair, RepairMaterial } from '../entities';
import { appendLog } from '../log';
import { createTestDatabase, type TestDatabase } from '../testing';
import { listOutcomes } from './repair-outcomes';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  town = await createTown(at());
});
afterAll(() => database.drop());

const at = () => database.dataSource;
const day = (days: number) => new Date(Date.UTC(2026, 0, 5, 8) + days * 86_400_000);

/** A case that was repaired on a day. */
async function repaired(on: number, change: Partial<Repair> = {}, of: Parameters<typeof createCase>[2] = {}) {
  const row = await createCase(at(), town, { status: 'rating', openedAt: day(on - 2), ...of });
  return { caseId: row.id, ...(await repair(row.id, on, change)) };
}

async function repair(caseId: string, on: number, change: Partial<Repair> = {}) {
  const repairId = randomUUID();
  await confirmRepair(at(), caseId, repairId, day(on));
  await at()
    .getRepository(Repair)
    .insert({
      ...{ id: repairId, caseId, cycle: 1, procedure: 'Toppa', hours: '1', cost: '12.50' },
      ...{ recordedBy: randomUUID(), recordedAt: day(on), ...change },
    });
  return { repairId };
}

const clock = (caseId: string, change: Partial<CaseClock>) =>
  at()
    .getRepository(CaseClock)
    .insert({
      ...{ caseId, kind: 'repair', cycle: 1, turn: 1, status: 'met', startedAt: day(0), source: 'policy' },
      ...change,
    });

/** Another citizen's rating. */
async function rate(caseId: string, stars: number, cycle = 1, on = 20) {
  const { id } = await createCase(at(), town);
  const { reportId } = await at().getRepository(Membership).findOneByOrFail({ caseId: id });
  await at().getRepository(Membership).update({ reportId }, { caseId });
  const act = { id: randomUUID(), reportId, kind: 'rating', stars, cycle, createdAt: day(on) } as const;
  await at().getRepository(CitizenAct).insert(act);
  return act;
}

const logged = (chain: string, name: string, on: number, data: Record<string, unknown>) =>
  at().transaction((tx) =>
    appendLog(tx, {
      ...{ chain, name, factId: randomUUID(), at: day(on), data, public: false },
      actor: { kind: 'system', id: null },
    }),
  );

const list = (kind: GroupKind = 'category', until = 100) =>
  listOutcomes(at(), { kind, from: day(0), to: day(50), scope: town.departmentId }, day(until));
const spells = async (until?: number) => (await list('category', until)).map(({ spell }) => spell);

test('a repair has its cost, its ratings, and its hours and target by the clock of its cycle', async () => {
  const { caseId, repairId } = await repaired(10);
  await clock(caseId, { startedAt: day(8.5), status: 'cancelled' });
  await clock(caseId, { startedAt: day(9), status: 'missed', turn: 2 });
  await rate(caseId, 5);
  await rate(caseId, 2);
  await rate(caseId, 1, 2);
  const [own, ...others] = await list();
  expect(others).toEqual([]);
  expect(own).toEqual({
    ...{
      repairId,
      categoryId: town.categoryId,
      cost: 12.5,
      hours: 36,
      inTime: false,
      stars: expect.any(Array),
    },
    groups: [{ id: town.categoryId, nameIt: 'Buca', nameEn: 'Pothole' }],
    spell: { days: 90, recurred: false },
  });
  expect([...own!.stars].sort()).toEqual([2, 5]);
});

test('without a clock it counts from the opening and has no target', async () => {
  await repaired(10);
  expect(await list()).toMatchObject([{ hours: 48, inTime: null, stars: [] }]);
});

test('what lies outside the period, was not real or is another department’s does not count', async () => {
  await repaired(-1);
  await repaired(50);
  await repaired(10, {}, { outcome: 'not-real', status: 'closed' });
  const { departmentId } = await createTown(at());
  await repaired(10, {}, { departmentId });
  expect(await list()).toEqual([]);
});

test('a repair fails when its case is reopened, and the next one begins anew', async () => {
  const { caseId } = await repaired(10);
  await clock(caseId, { cycle: 2, startedAt: day(13), status: 'met' });
  await repair(caseId, 15, { cycle: 2 });
  expect(await spells()).toEqual([
    { days: 3, recurred: true },
    { days: 85, recurred: false },
  ]);
});

test('a repair fails when its problem is back in another case, and the third case counts for the second', async () => {
  const first = await repaired(0);
  const second = await repaired(22, {}, { openedAt: day(20), recurrenceOf: first.caseId });
  await createCase(at(), town, { openedAt: day(52), recurrenceOf: first.caseId });
  await createCase(at(), town, { openedAt: day(60), recurrenceOf: second.caseId });
  expect(await spells()).toEqual([
    { days: 20, recurred: true },
    { days: 30, recurred: true },
  ]);
});

test('a return that was nothing, or that nobody takes for a recurrence any longer, is none', async () => {
  const { caseId } = await repaired(0);
  const nothing = { status: 'rejected', outcome: 'rejected' } as const;
  await createCase(at(), town, { ...nothing, openedAt: day(5), recurrenceOf: caseId });
  await createCase(at(), town, { openedAt: day(40), recurrenceOf: caseId });
  await at().getRepository(Category).update({ id: town.categoryId }, { recurrenceDays: 30 });
  expect(await spells()).toEqual([{ days: 30, recurred: false }]);
  expect(await spells(12)).toEqual([{ days: 12, recurred: false }]);
});

test('what became known only after the watching changes nothing of it', async () => {
  const { caseId } = await repaired(0);
  await rate(caseId, 5, 1, 3);
  const nothing = { status: 'rejected', outcome: 'rejected', closedAt: day(20) } as const;
  await createCase(at(), town, { ...nothing, openedAt: day(5), recurrenceOf: caseId });
  await repaired(1, {}, { outcome: 'not-real', status: 'closed', closedAt: day(20) });
  await rate(caseId, 1, 1, 15);
  const [early, ...alsoEarly] = await list('category', 10);
  expect(early).toMatchObject({ stars: [5], spell: { days: 5, recurred: true } });
  expect(alsoEarly).toHaveLength(1);
  const [late, ...alsoLate] = await list('category', 30);
  expect(late).toMatchObject({ stars: [1, 5], spell: { days: 30, recurred: false } });
  expect(alsoLate).toEqual([]);
});

test('a rating counts as it was then, whatever it was changed to since', async () => {
  const { caseId } = await repaired(0);
  const { id: actId, reportId } = await rate(caseId, 1, 1, 3);
  const before = await rate(caseId, 4, 1, 3);
  const chain = `report:${reportId}`;
  await logged(chain, 'citizen-added', 3, { actId, stars: 5 });
  await logged(chain, 'rating-changed', 6, { actId, stars: 3 });
  await logged(chain, 'rating-changed', 9, { actId, stars: 1 });
  // Of what was given before the log held stars only the last ones are known.
  await logged(`report:${before.reportId}`, 'citizen-added', 3, { actId: before.id });
  const stars = async (until: number) => (await list('category', until))[0]!.stars.toSorted();
  expect([await stars(5), await stars(7), await stars(30)]).toEqual([
    [4, 5],
    [3, 4],
    [1, 4],
  ]);
});

test('what was nothing then is nothing, also where it is something again since', async () => {
  const { caseId } = await repaired(0);
  const { id } = await createCase(at(), town, { openedAt: day(5), recurrenceOf: caseId, cycle: 2 });
  const undone = await repaired(
    1,
    {},
    { status: 'closed', outcome: 'repaired', closedAt: day(40), cycle: 2 },
  );
  for (const one of [id, undone.caseId]) {
    await logged(`case:${one}`, 'closed', 8, { outcome: 'not-real' });
    await logged(`case:${one}`, 'reopened', 20, {});
  }
  const held = { days: 10, recurred: false };
  expect(await spells(10)).toEqual([held]);
  expect(await spells(7)).toEqual([
    { days: 5, recurred: true },
    { days: 6, recurred: false },
  ]);
  expect(await spells(30)).toEqual([
    { days: 5, recurred: true },
    { days: 29, recurred: false },
  ]);
});

test('a repair that its case never confirmed is none', async () => {
  const { caseId } = await repaired(10);
  const unsaid = { id: randomUUID(), caseId, cycle: 1, procedure: 'x', hours: '1', cost: '1' };
  await at()
    .getRepository(Repair)
    .insert({ ...unsaid, recordedBy: randomUUID(), recordedAt: day(11) });
  expect(await list()).toHaveLength(1);
});

test('it counts for who did it, for each material of the catalogue once, and for what was done', async () => {
  const { crewId, supplierId } = await createCrewAndSupplier(at(), town);
  const { repairId } = await repaired(10, { crewId, procedure: ' Toppa  a FREDDO ' });
  await repaired(11, { supplierId });
  const materialId = randomUUID();
  const used = { repairId, material: 'Asfalto', unit: 'kg', quantity: '1' };
  await at()
    .getRepository(Material)
    .insert({ id: materialId, code: 'tar', nameIt: 'Asfalto', nameEn: 'Tar', unit: 'kg' });
  for (const id of [materialId, materialId, null])
    await at()
      .getRepository(RepairMaterial)
      .insert({ ...used, id: randomUUID(), materialId: id });
  const names = async (kind: GroupKind) => (await list(kind)).map((one) => one.groups.map((g) => g.nameEn));
  expect(await names('crew')).toEqual([['Squadra 1'], []]);
  expect(await names('supplier')).toEqual([[], [supplierId]]);
  expect(await names('material')).toEqual([['Tar'], []]);
  expect(await names('procedure')).toEqual([['toppa a freddo'], ['toppa']]);
});
