import { work } from '../../api/console/dossiers/testing';
import { createCrewAndSupplier } from '../../api/console/testing';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { readDossier } from '../../db/views/dossier';
import { listOutcomes } from '../../db/views/repair-outcomes';
import { compareGroups } from '../../domain/quality/compare';
import { createMunicipality } from '../emergency/testing';
import { createTown } from '../testing';
import { computeQuality } from './task';

let database: TestDatabase;
let supplierId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource: db } = database;
  await createMunicipality(db);
  const town = await createTown(db);
  supplierId = (await createCrewAndSupplier(db, town)).supplierId;
  await work(db, town, { supplierId, count: 22, holding: 10 });
}, 60_000);
// Fails where a thread has left its connection open.
afterAll(() => database.drop());

const filter = {
  ...{ kind: 'supplier' as const, scope: null },
  ...{ from: new Date('2025-01-01'), to: new Date('2025-02-01') },
};
const until = new Date('2025-12-31');

test('the thread answers what the functions answer', async () => {
  const { dataSource: db, url } = database;
  const selection = {
    ...{ supplierIds: [supplierId], categoryIds: [], departmentId: null },
    ...{ from: '2025-01-01', to: '2025-01-31', until: '2025-12-31' },
  };
  expect(await computeQuality(url, 'dossier', selection)).toEqual(await readDossier(db, selection));
  const outcomes = await listOutcomes(db, filter, until);
  expect(await computeQuality(url, 'cards', { filter, until })).toEqual(compareGroups(outcomes));
  const spells = await computeQuality(url, 'spells', { filter, until, id: supplierId });
  expect(spells.filter(({ recurred }) => recurred)).toHaveLength(12);
  expect(spells).toEqual(outcomes.map(({ spell }) => spell));
});

test('what the database refuses is an error, not an answer', async () => {
  const wrong = { filter: { ...filter, scope: 'nobody' }, until };
  await expect(computeQuality(database.url, 'cards', wrong)).rejects.toThrow('uuid');
});
