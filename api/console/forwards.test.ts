import { randomUUID } from 'node:crypto';
import { Agency, type Case, Forward, LogEntry } from '../../db/entities';
import { type Console, createCase, createTown, startConsole, type Town, type Visitor } from './testing';

let at: Console;
let town: Town;
let operator: Visitor;
let agencyId: string;
beforeAll(async () => {
  at = await startConsole();
  town = await createTown(at.db);
  operator = await at.person('operator');
  agencyId = await createAgency();
});
afterAll(() => at.stop());

async function createAgency(): Promise<string> {
  const id = randomUUID();
  const agency = { id, name: id, webhookUrl: 'https://112.example.org', secret: 'whsec_x' };
  await at.db.getRepository(Agency).insert(agency);
  return id;
}

/** A call to the agency about the case, some hours ago. */
async function call(row: Case, hoursAgo: number, change: Partial<Forward> = {}): Promise<string> {
  const id = randomUUID();
  await at.db.getRepository(Forward).insert({
    ...{
      id,
      caseId: row.id,
      forwardNumber: 1,
      agencyId,
      attempt: 0,
      msgType: 'Alert',
      identifier: id,
      cap: '<alert/>',
    },
    sentAt: new Date(Date.now() - hoursAgo * 3_600_000),
    ...change,
  });
  return id;
}

const createAlarm = () => createCase(at.db, town, { emergency: 'injured', forward: 'running' });
const answer = (row: Case, body: object = { agencyId }, who = operator) =>
  who.post(`/forwards/${row.id}/acknowledge`, body);
const acknowledgedAt = async (id: string) =>
  (await at.db.getRepository(Forward).findOneByOrFail({ id })).acknowledgedAt;
const recorded = (row: Case) =>
  at.db.getRepository(LogEntry).findBy({ chain: `case:${row.id}`, name: 'acknowledgement-recorded' });

test('an answer by telephone is recorded on the last call, by whom, and once', async () => {
  const row = await createAlarm();
  const [first, last] = [await call(row, 2), await call(row, 1, { attempt: 1 })];
  const given = await answer(row);
  expect([given.status, given.body]).toEqual([200, { acknowledged: true }]);
  const since = await acknowledgedAt(last);
  expect(since).toBeInstanceOf(Date);
  expect(await acknowledgedAt(first)).toBeNull();
  const actor = { actorKind: 'user', actorId: operator.id, public: false, data: { agencyId } };
  expect(await recorded(row)).toMatchObject([actor]);

  expect((await answer(row, { agencyId }, await at.person('coordinator'))).status).toBe(200);
  expect(await acknowledgedAt(last)).toEqual(since);
  expect(await recorded(row)).toMatchObject([actor]);
});

test('nothing is recorded for whom nobody called', async () => {
  const [row, other] = [await createAlarm(), await createAlarm()];
  await call(other, 1);
  await call(row, 1, { agencyId: await createAgency() });
  for (const body of [{ agencyId: randomUUID() }, { agencyId }])
    expect((await answer(row, body)).body.code).toBe('not-found');
  expect((await answer(row, {})).body.fields).toHaveProperty('agencyId');
  expect((await answer(row, { agencyId, at: 1 })).body.fields).toHaveProperty('at');
  expect(await recorded(row)).toEqual([]);
});

test('nothing is recorded of a call that was taken back or is long past', async () => {
  const [recalled, past] = [await createAlarm(), await createAlarm()];
  const ids = [await call(recalled, 2), await call(past, 49)];
  await call(recalled, 1, { msgType: 'Cancel' });
  for (const row of [recalled, past]) {
    const { status, body } = await answer(row);
    expect([status, body.code]).toEqual([410, 'link-expired']);
    expect(await recorded(row)).toEqual([]);
  }
  expect(await Promise.all(ids.map(acknowledgedAt))).toEqual([null, null]);
});

test('only who may recall the case, and only in their department', async () => {
  const row = await createAlarm();
  const id = await call(row, 1);
  const elsewhere = await createTown(at.db);
  const stranger = await at.person('coordinator', elsewhere.departmentId);
  expect((await answer(row, { agencyId }, stranger)).status).toBe(404);
  expect((await answer(row, { agencyId }, await at.person('technician'))).status).toBe(403);
  expect(await acknowledgedAt(id)).toBeNull();
  const own = await at.person('coordinator', town.departmentId);
  expect((await answer(row, { agencyId }, own)).status).toBe(200);
});
