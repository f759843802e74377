import { randomUUID } from 'node:crypto';
import { IsNull, Not } from 'typeorm';
import { createMunicipality } from '../../activities/emergency/testing';
import { createTown, type Town } from '../../activities/testing';
import { work } from '../../api/console/dossiers/testing';
import { createCrewAndSupplier } from '../../api/console/testing';
import type { Selection } from '../../domain/dossier/dossier';
import { Case, Category, CitizenAct, Repair } from '../entities';
import { appendLog } from '../log';
import { eraseReports } from '../privacy/erase';
import { createTestDatabase, type TestDatabase } from '../testing';
import { MOST_CASES, readDossier, requireReadable } from './dossier';

let database: TestDatabase;
let town: Town;
let [good, bad] = ['', ''];
beforeAll(async () => {
  database = await createTestDatabase();
  await createMunicipality(at());
  town = await createTown(at());
  good = (await createCrewAndSupplier(at(), town)).supplierId;
  bad = (await createCrewAndSupplier(at(), town)).supplierId;
  await work(at(), town, { supplierId: good, count: 22, holding: 22 });
  await work(at(), town, { supplierId: bad, count: 22, holding: 2 });
}, 60_000);
afterAll(() => database.drop());

const at = () => database.dataSource;
const asked = (change: Partial<Selection> = {}): Selection => ({
  ...{ supplierIds: [], categoryIds: [], departmentId: null },
  ...{ from: '2025-01-01', to: '2025-01-31', until: '2025-12-31', ...change },
});
const read = (change?: Partial<Selection>) => readDossier(at(), asked(change));

test('the same question has the same hash, also of rows that were written in another order', async () => {
  const before = await read();
  expect(before.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(before.data.counts).toEqual({ suppliers: 2, repairs: 44, rated: 44, recurred: 20 });
  expect((await read()).hash).toBe(before.hash);
  // Every row is written anew, at the end of the table, the last one first.
  for (const table of ['repair_material', 'citizen_act', 'membership', 'cases', 'repair'])
    await at().query(
      `DO $$ DECLARE one record; BEGIN
         FOR one IN SELECT ctid FROM ${table} ORDER BY ctid DESC LOOP
           UPDATE ${table} SET ${table === 'membership' ? 'moved = moved' : 'id = id'} WHERE ctid = one.ctid;
         END LOOP; END $$`,
    );
  const after = await read();
  expect(after.data).toEqual(before.data);
  expect(after.hash).toBe(before.hash);
});

test('whoever is chosen is shown, and each question has its own hash', async () => {
  const all = await read();
  const chosen = await read({ supplierIds: [bad] });
  expect(chosen.data.cases.every(({ supplier }) => supplier.id === bad)).toBe(true);
  expect(chosen.data.compared).toEqual(all.data.compared);
  const others = [
    chosen,
    await read({ categoryIds: [town.categoryId] }),
    await read({ until: '2026-01-01' }),
    await read({ departmentId: town.departmentId }),
  ];
  expect(new Set([all, ...others].map(({ hash }) => hash)).size).toBe(5);
  const { departmentId } = await createTown(at());
  expect((await read({ departmentId })).data.counts.repairs).toBe(0);
});

test('a period ends with its last local day, and so does the watching', async () => {
  expect((await read({ to: '2025-01-15' })).data.counts.repairs).toBe(0);
  expect((await read({ from: '2025-01-16', to: '2025-01-16' })).data.counts.repairs).toBe(44);
  // The first is back on the 20th at eight.
  expect((await read({ until: '2025-01-19' })).data.counts.recurred).toBe(0);
  expect((await read({ until: '2025-01-20' })).data.counts.recurred).toBe(1);
});

test('erasing whoever reported changes nothing', async () => {
  const { hash } = await read();
  const [rated] = await at().getRepository(CitizenAct).find({ take: 1 });
  const how = { actor: { kind: 'system', id: null }, reason: 'request', dataDir: '/nowhere' } as const;
  await eraseReports(at(), [rated!.reportId], how);
  expect((await read()).hash).toBe(hash);
});

test('what citizens and staff think better of after the watching is the same hash', async () => {
  const { hash, data } = await read({ supplierIds: [bad] });
  const since = new Date('2026-01-02T08:00:00Z');
  const [act] = await at()
    .getRepository(CitizenAct)
    .find({ where: { stars: 5 }, take: 1 });
  const log = (chain: string, name: string, when: Date, about: Record<string, unknown>) =>
    at().transaction((tx) =>
      appendLog(tx, {
        ...{ chain, name, factId: randomUUID(), at: when, public: false, data: about },
        actor: { kind: 'system', id: null },
      }),
    );
  const chain = `report:${act!.reportId}`;
  await log(chain, 'citizen-added', act!.createdAt, { actId: act!.id, stars: 5 });
  await log(chain, 'rating-changed', since, { actId: act!.id, stars: 1 });
  await at().getRepository(CitizenAct).update({ id: act!.id }, { stars: 1 });
  expect((await read({ supplierIds: [bad] })).hash).toBe(hash);
  const { recurred } = data.counts;
  const [back] = await at()
    .getRepository(Case)
    .find({ where: { recurrenceOf: Not(IsNull()) }, take: 1 });
  const nothing = { status: 'closed', outcome: 'not-real', closedAt: new Date('2025-12-01') } as const;
  await at().getRepository(Case).update({ id: back!.id }, nothing);
  await log(`case:${back!.id}`, 'closed', nothing.closedAt, { outcome: 'not-real' });
  const found = await read({ supplierIds: [bad] });
  expect(found.data.counts.recurred).toBe(recurred - 1);
  await log(`case:${back!.id}`, 'reopened', since, {});
  const again = { status: 'assigning', outcome: null, closedAt: null, cycle: 2 } as const;
  await at().getRepository(Case).update({ id: back!.id }, again);
  expect((await read({ supplierIds: [bad] })).hash).toBe(found.hash);
});

test('a correction, a rating that is gone or another rule is another hash', async () => {
  const { hash, data } = await read();
  const { id } = data.cases[0]!;
  await at().getRepository(Repair).update({ id }, { cost: '999.00' });
  const corrected = await read();
  expect(corrected.data.counts).toEqual(data.counts);
  expect(corrected.hash).not.toBe(hash);
  const [act] = await at().getRepository(CitizenAct).find({ take: 1 });
  await at().getRepository(CitizenAct).delete({ id: act!.id });
  expect((await read()).data.counts.rated).toBe(data.counts.rated - 1);
  await at().getRepository(Category).update({ id: town.categoryId }, { recurrenceDays: 5 });
  expect((await read()).data.counts.recurred).toBeLessThan(data.counts.recurred);
});

test('what nobody could read is refused', async () => {
  const caseId = await at()
    .query('SELECT case_id FROM repair LIMIT 1')
    .then(([row]) => row.case_id);
  await at().query(
    `INSERT INTO repair (id, case_id, cycle, supplier_id, procedure, hours, cost, recorded_by, recorded_at)
     SELECT gen_random_uuid(), $1, 1, $2, 'x', 1, 1, $2, '2024-06-01' FROM generate_series(1, $3)`,
    [caseId, good, MOST_CASES + 1],
  );
  const refused = { fields: { to: 'too-much' } };
  await expect(requireReadable(at(), asked({ from: '2024-01-01' }))).rejects.toMatchObject(refused);
  // Those of others are compared, and not listed.
  await requireReadable(at(), asked({ from: '2024-01-01', supplierIds: [bad] }));
});
