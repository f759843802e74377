import { randomUUID } from 'node:crypto';
import { type Case, Membership, Report } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { type Console, createCase, createTown, startConsole, type Town, type Visitor } from '../testing';

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
let operator: Visitor;

beforeAll(async () => {
  at = await startConsole();
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  operator = await at.person('operator');
});
afterAll(() => at.stop());

/** What the workflows of both cases write when one is merged into the other. */
async function merge(from: Case, into: Case): Promise<void> {
  const entry = { at: new Date(), actor: { kind: 'system', id: null }, public: true } as const;
  await at.db.transaction(async (tx) => {
    const merged = { name: 'merged', data: { intoCaseId: into.id } };
    await appendLog(tx, { ...entry, ...merged, chain: `case:${from.id}`, factId: randomUUID() });
    const absorbed = { name: 'absorbed', data: { caseId: from.id } };
    await appendLog(tx, { ...entry, ...absorbed, chain: `case:${into.id}`, factId: randomUUID() });
  });
}

test('a merged case and the one that absorbed it lead to each other, by their numbers', async () => {
  const [first, second, whole] = [
    await createCase(at.db, elsewhere),
    await createCase(at.db, town),
    await createCase(at.db, town),
  ];
  await merge(first, whole);
  await merge(second, whole);
  const joined = async (id: string, who = operator) => (await who.get(`/cases/${id}`)).body.joined;
  expect(await joined(first.id)).toEqual([
    { id: whole.id, number: whole.number, name: 'merged', readable: true },
  ]);
  expect(await joined(whole.id)).toEqual([
    { id: first.id, number: first.number, name: 'absorbed', readable: true },
    { id: second.id, number: second.number, name: 'absorbed', readable: true },
  ]);
  // Another department's case is named but not opened.
  const technician = await at.person('technician', town.departmentId);
  expect(await joined(whole.id, technician)).toMatchObject([
    { number: first.number, readable: false },
    { number: second.number, readable: true },
  ]);
});

test('a case about no place is read like any other', async () => {
  const nowhere = { kind: 'question', location: null, address: null } as const;
  const { id } = await createCase(at.db, town, nowhere);
  const told = { ...nowhere, locationSource: null };
  await at.db
    .getRepository(Report)
    .update((await at.db.getRepository(Membership).findOneByOrFail({ caseId: id })).reportId, told);
  const { status, body } = await operator.get(`/cases/${id}`);
  const there = { lat: null, lon: null, address: null };
  expect([status, body]).toMatchObject([200, { ...there, reports: [{ ...there, locationSource: null }] }]);
});

test('a case that was never merged names no other', async () => {
  const { id } = await createCase(at.db, town);
  expect((await operator.get(`/cases/${id}`)).body.joined).toEqual([]);
});
