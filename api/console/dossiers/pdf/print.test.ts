import path from 'node:path';
import { createMunicipality } from '../../../../activities/emergency/testing';
import { runInThread } from '../../../../activities/thread';
import { createTestDatabase, type TestDatabase } from '../../../../db/testing';
import { hashOf } from '../../../../db/views/dossier';
import { dossierOf } from '../../../../domain/dossier/dossier';
import { outcome } from '../../../../domain/quality/testing';
import type { PdfText } from '../../../../testing/pdf-text';
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

test('a name without blanks takes nobody’s figures off the page', async () => {
  const days = { from: '2025-01-01', to: '2025-01-31', until: '2025-12-31' };
  const ids = Array.from({ length: 60 }, (_, n) => ({ id: n < 30 ? 'good' : 'wide', repairId: `R${n}` }));
  const name = { good: 'Asfalti Buoni', wide: 'W'.repeat(200) } as Record<string, string>;
  const outcomes = ids.map(({ id, repairId }) => ({
    ...outcome({ cost: 1234.5, spell: { days: 300, recurred: repairId.endsWith('7') } }),
    ...{ repairId, groups: [{ id, nameIt: name[id]!, nameEn: name[id]! }] },
  }));
  const named = (id: string, it: string) => ({ id, it, en: it });
  const repairs = ids.map(({ id, repairId }) => ({
    ...{ id: repairId, number: `AL-C-${repairId}`, supplier: named(id, name[id]!) },
    ...{ category: named('c', 'X'.repeat(100)), materials: [named('m', 'Y'.repeat(100))] },
    ...{ openedOn: '2025-01-02', repairedOn: '2025-01-05' },
  }));
  const data = dossierOf(
    { supplierIds: [], categoryIds: [], departmentId: null, ...days },
    outcomes,
    repairs,
  );
  const file = await printDossier(database.dataSource, { data, hash: hashOf(data) }, 'it');
  const { text } = await runInThread<PdfText>(path.resolve('testing/pdf-text'), file);
  // The mean cost, once with its interval for each supplier, and once in each row of a case.
  expect(text.match(/1\.?234,50\s+\(da/g)).toHaveLength(2);
  expect(text.match(/1\.?234,50/g)!.length).toBeGreaterThanOrEqual(60);
  expect(text.match(/05\/01\/25/g)).toHaveLength(60);
});
