import { createMunicipality } from '../../activities/emergency/testing';
import { registerReports } from '../../temporal/register';
import { type Console, createReport, createTown, startConsole } from './testing';

let at: Console;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  const town = await createTown(at.db);
  for (let n = 0; n < 3; n++) await createReport(at.db, town, { text: 'Parole di Mario Rossi' });
  await registerReports(at.db);
  await createReport(at.db, town);
});
afterAll(() => at.stop());

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date());

test('an auditor reads the register and takes it away, without words and people', async () => {
  const auditor = await at.person('auditor');
  const list = await auditor.get(`/register?from=${today}&to=${today}`);
  expect([list.status, list.headers.get('X-Total-Count'), list.body.length]).toEqual([200, '3', 3]);
  expect(list.body[2]).toMatchObject({
    registerNumber: `0000001/${new Date().getFullYear()}`,
    channel: 'web',
  });
  expect((await auditor.get('/register?to=2020-01-01')).body).toEqual([]);
  const { status, headers, body } = await auditor.get('/register.csv');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
  const [header, ...rows] = (body as string).trim().split('\n');
  expect(header).toBe(
    'registerNumber,registeredAt,reportNumber,receivedAt,kind,channel,category,department,digest',
  );
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(/^0000001\/\d{4},\d{4}-.*,[0-9a-f]{64}$/);
  expect(body).not.toContain('Mario');
});

test('nobody else does, and a day has to be one', async () => {
  const town = await createTown(at.db);
  for (const visitor of [await at.person('operator'), await at.person('auditor', town.departmentId)])
    for (const path of ['/register', '/register.csv']) expect((await visitor.get(path)).status).toBe(403);
  const auditor = await at.person('auditor');
  for (const query of ['from=yesterday', 'to=2026-02-30', 'more=1'])
    expect((await auditor.get(`/register.csv?${query}`)).status).toBe(422);
});
