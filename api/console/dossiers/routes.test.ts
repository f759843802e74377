import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parse as readCsv } from 'csv-parse/sync';
import { createMunicipality } from '../../../activities/emergency/testing';
import { runInThread } from '../../../activities/thread';
import { checkChains } from '../../../db/audit/chains';
import { CitizenAct, Dossier, LogEntry, Supplier } from '../../../db/entities';
import type { PdfText } from '../../../testing/pdf-text';
import {
  type Console,
  createCrewAndSupplier,
  createTown,
  startConsole,
  type Town,
  type Visitor,
} from '../testing';
import { work } from './testing';

let at: Console;
let town: Town;
let [good, bad] = ['', ''];
let management: Visitor;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  town = await createTown(at.db);
  good = (await createCrewAndSupplier(at.db, town)).supplierId;
  bad = (await createCrewAndSupplier(at.db, town)).supplierId;
  await at.db.getRepository(Supplier).update({ id: good }, { name: '=Asfalti "Buoni"' });
  await at.db.getRepository(Supplier).update({ id: bad }, { name: 'Bitumi & Strade' });
  await work(at.db, town, { supplierId: good, count: 22, holding: 22 });
  await work(at.db, town, { supplierId: bad, count: 22, holding: 2 });
  management = await at.person('management');
}, 60_000);
afterAll(() => at.stop());

const days = { from: '2025-01-01', to: '2025-01-31', until: '2025-12-31' };
const query = (more: Record<string, string> = {}) => new URLSearchParams({ ...days, ...more }).toString();
const dataOf = async (visitor: Visitor, more?: Record<string, string>) =>
  (await visitor.get(`/dossiers/data?${query(more)}`)).body;
const download = async (visitor: Visitor, path: string) => {
  const answer = await fetch(`${at.url}${path}`, { headers: { Cookie: visitor.cookie } });
  expect(answer.status).toBe(200);
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

const textOf = (bytes: Buffer) => runInThread<PdfText>(path.resolve('testing/pdf-text'), bytes);

test('figures with intervals, and the cases, without words or persons', async () => {
  const { data, hash } = await dataOf(management);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(data.counts).toEqual({ suppliers: 2, repairs: 44, rated: 44, recurred: 20 });
  const card = data.suppliers.find(({ supplier }: { supplier: { id: string } }) => supplier.id === bad);
  expect(card.figures.recurrences).toMatchObject({ count: 20, rank: 2 });
  expect(JSON.stringify(data)).not.toContain('Parole libere');
  const one = await dataOf(management, { suppliers: good });
  expect(one.data.suppliers).toHaveLength(1);
  expect(one.hash).not.toBe(hash);
});

test('the tables as CSV name the hash in every row, and hold no formula', async () => {
  const { hash, data } = await dataOf(management);
  const { answer, bytes } = await download(management, `/dossiers/data.csv?${query({ table: 'cases' })}`);
  expect(answer.headers.get('content-disposition')).toContain(
    `dossier-2025-01-01-2025-01-31-cases-${hash}.csv`,
  );
  expect(answer.headers.get('x-dossier-hash')).toBe(hash);
  const rows: Record<string, string>[] = readCsv(bytes, { columns: true });
  expect(rows).toHaveLength(44);
  expect(new Set(rows.map(({ dossier }) => dossier))).toEqual(new Set([hash]));
  expect(new Set(rows.map(({ supplier }) => supplier))).toEqual(
    new Set([`'=Asfalti "Buoni"`, 'Bitumi & Strade']),
  );
  expect(rows.map(({ number, cost }) => [number, cost])).toEqual(
    data.cases.map(({ number, cost }: Record<string, string>) => [number, cost]),
  );
  const figures = (await download(management, `/dossiers/data.csv?${query({ table: 'figures' })}`)).bytes;
  const said: Record<string, string>[] = readCsv(figures, { columns: true });
  expect(said).toHaveLength(18);
  const median = said.find(({ supplierId, figure }) => supplierId === bad && figure === 'medianDays')!;
  const holds = said.find(({ supplierId, figure }) => supplierId === bad && figure === 'holds90')!;
  const card = data.suppliers.find(({ supplier }: { supplier: { id: string } }) => supplier.id === bad);
  expect([holds.value, holds.low, holds.high]).toEqual(
    ['value', 'low', 'high'].map((end) => card.figures.holds90[end]),
  );
  expect([median.value, median.low, median.high, median.rank]).toEqual([
    ...['value', 'low', 'high'].map((end) => card.medianDays[end] ?? ''),
    '',
  ]);
});

test('nothing of the data but names in English is missing from the three tables', async () => {
  const { data } = await dataOf(management, { suppliers: bad });
  const rowsOf = async (table: string): Promise<Record<string, string>[]> =>
    readCsv((await download(management, `/dossiers/data.csv?${query({ table, suppliers: bad })}`)).bytes, {
      columns: true,
    });
  const about = Object.fromEntries((await rowsOf('about')).map(({ what, value }) => [what, value]));
  expect(about).toMatchObject({
    ...{ 'method.confidence': '0.95', 'method.fewestRepairs': '20', 'selection.until': '2025-12-31' },
    ...{ 'selection.supplierIds': bad, 'selection.departmentId': '', 'counts.recurred': '20' },
    ...{ 'compared.repairs': '44', 'compared.recurred': '20' },
  });
  const cases = await rowsOf('cases');
  expect(cases.map(({ id, given }) => [id, given])).toEqual(
    data.cases.map(({ id, stars }: { id: string; stars: number[] }) => [id, stars.join(';')]),
  );
  expect(new Set(cases.map(({ supplierId, categoryId }) => `${supplierId} ${categoryId}`))).toEqual(
    new Set([`${bad} ${town.categoryId}`]),
  );
  expect(cases[0]?.materialIds).toBe(data.cases[0].materials[0].id);
});

test('the PDF holds the hash, the figures and the cases, byte for byte the same tomorrow', async () => {
  const { hash, data } = await dataOf(management);
  const { answer, bytes } = await download(management, `/dossiers/data.pdf?${query({ locale: 'it' })}`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toContain(`${hash}.pdf`);
  const { text, pages, creationDate } = await textOf(bytes);
  expect(text).toContain(hash);
  expect(text).toContain('Pagina 1 di');
  expect(pages).toBeGreaterThan(3);
  expect(text).toContain('Seguite fino al 31 dicembre 2025');
  expect(creationDate).toContain('20251231');
  const card = data.suppliers.find(({ supplier }: { supplier: { id: string } }) => supplier.id === bad);
  const { value, low, high } = card.figures.recurrences;
  const said = (number: string) => Number(number).toFixed(2).replace('.', ',');
  expect(text.replace(/\s+/g, ' ')).toContain(`${said(value)} (da ${said(low)} a ${said(high)})`);
  for (const { number } of data.cases) expect(text).toContain(number);
  expect(text).not.toContain('Parole libere');
  const again = await download(management, `/dossiers/data.pdf?${query({ locale: 'it' })}`);
  expect(again.bytes.equals(bytes)).toBe(true);
  const english = await download(management, `/dossiers/data.pdf?${query({ locale: 'en' })}`);
  expect((await textOf(english.bytes)).text).toContain('Dossier for choosing suppliers');
});

test('who signs signs what was seen, and the log vouches for it', async () => {
  const { hash, data } = await dataOf(management, { suppliers: bad });
  const signing = { ...days, suppliers: [bad], hash };
  expect((await management.post('/dossiers', { ...signing, hash: '0'.repeat(64) })).body.code).toBe(
    'conflict',
  );
  const { status, body } = await management.post('/dossiers', signing);
  expect(status).toBe(201);
  const entry = await at.db.getRepository(LogEntry).findOneByOrFail({ chain: 'dossiers', factId: body.id });
  expect(entry).toMatchObject({ name: 'dossier-signed', actorId: management.id, data: { hash } });
  for await (const check of checkChains(at.db.manager, ['dossiers'])) expect(check.intact).toBe(true);
  const auditor = await at.person('auditor');
  expect((await auditor.get('/dossiers')).body).toMatchObject([
    {
      id: body.id,
      hash,
      suppliers: [bad],
      ...days,
      counts: data.counts,
      vouched: true,
      signedByName: 'management',
    },
  ]);
  expect((await auditor.get(`/dossiers/${body.id}`)).body.now).toEqual({
    ...{ hash, counts: data.counts, agrees: true },
  });
});

test('what is corrected or forged later shows', async () => {
  const { hash, data } = await dataOf(management);
  const { body } = await management.post('/dossiers', { ...days, hash });
  const [act] = await at.db.getRepository(CitizenAct).find({ take: 1 });
  await at.db.getRepository(CitizenAct).delete({ id: act!.id });
  const { now, counts } = (await management.get(`/dossiers/${body.id}`)).body;
  expect([now.agrees, counts.rated - now.counts.rated]).toEqual([false, 1]);
  expect(counts).toEqual(data.counts);
  await at.db.getRepository(Dossier).update({ id: body.id }, { hash: now.hash });
  expect((await management.get(`/dossiers/${body.id}`)).body).toMatchObject({
    ...{ vouched: false, now: { agrees: true } },
  });
});

test('who chooses reads, management and administrators sign, nobody else', async () => {
  const { hash } = await dataOf(management);
  for (const role of ['operator', 'technician'] as const) {
    const visitor = await at.person(role);
    for (const path of ['data', 'data.csv', 'data.pdf'])
      expect((await visitor.get(`/dossiers/${path}?${query({ table: 'cases' })}`)).status).toBe(403);
    expect((await visitor.get('/dossiers')).status).toBe(403);
  }
  for (const role of ['coordinator', 'oversight', 'auditor'] as const) {
    const visitor = await at.person(role);
    expect((await visitor.get(`/dossiers/data?${query()}`)).status).toBe(200);
    expect((await visitor.post('/dossiers', { ...days, hash })).status).toBe(403);
  }
  expect((await (await at.person('admin')).post('/dossiers', { ...days, hash })).status).toBe(201);
});

test('whoever is bound to a department has its cases alone, and its dossiers', async () => {
  const other = await createTown(at.db);
  const own = await at.person('management', other.departmentId);
  const mine = await dataOf(own);
  expect([mine.data.counts.repairs, mine.data.selection.departmentId]).toEqual([0, other.departmentId]);
  expect((await own.get(`/dossiers/data?${query({ department: town.departmentId })}`)).status).toBe(404);
  const { body } = await own.post('/dossiers', { ...days, hash: mine.hash });
  const ids = (await own.get('/dossiers')).body.map(({ id }: { id: string }) => id);
  expect(ids).toEqual([body.id]);
  const all = (await management.get('/dossiers')).body.find(({ id }: { id: string }) => id !== body.id);
  expect((await own.get(`/dossiers/${all.id}`)).status).toBe(404);
  const asked = await dataOf(management, { department: other.departmentId });
  expect(asked.hash).toBe(mine.hash);
});

test.each([
  ['from', { from: '2019-01-01' }, 'to'],
  ['to', { to: '2024-12-01' }, 'to'],
  ['a day that is not over', { to: '2999-12-31', from: '2999-12-01', until: '2999-12-31' }, 'to'],
  ['watching that is not over', { until: '2999-12-31' }, 'until'],
  ['watching that ends first', { until: '2025-01-30' }, 'until'],
  ['somebody unknown', { suppliers: randomUUID() }, 'suppliers'],
  ['a category unknown', { categories: randomUUID() }, 'categories'],
  ['a language', { locale: 'de' }, 'locale'],
])('%s is refused', async (_, more, field) => {
  const { status, body } = await management.get(
    `/dossiers/data.pdf?${query(more as Record<string, string>)}`,
  );
  expect([status, Object.keys(body.fields)]).toEqual([422, [field]]);
});
