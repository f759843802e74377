import { createMunicipality } from '../../../../activities/emergency/testing';
import { createTestDatabase, type TestDatabase } from '../../../../db/testing';
import { hashOf } from '../../../../db/views/dossier';
import { dossierOf } from '../../../../domain/dossier/dossier';
import { printDossier } from './print';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await createMunicipality(database.dataSource);
});
afterAll(() => database.drop());

test('one after the other, and no crowd', async () => {
  const days = { from: '2025-01-01', to: '2025-01-31', until: '2025-01-31' };
  const data = dossierOf({ supplierIds: [], categoryIds: [], departmentId: null, ...days }, [], []);
  const print = () => printDossier(database.dataSource, { data, hash: hashOf(data) }, 'it');
  const asked = await Promise.allSettled(Array.from({ length: 7 }, print));
  expect(asked.map(({ status }) => status)).toEqual([
    ...Array(5).fill('fulfilled'),
    ...Array(2).fill('rejected'),
  ]);
  expect(asked.at(-1)).toMatchObject({ reason: { code: 'too-many-requests' } });
  expect((await print()).subarray(0, 5).toString()).toBe('%PDF-');
});
