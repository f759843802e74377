import { randomUUID } from 'node:crypto';
import { Case, Category, Crew, LogEntry, Municipality, Round, type RoundStop } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import {
  type Answer,
  type Console,
  createCase,
  createTown,
  startConsole,
  type Town,
  type Visitor,
} from '../testing';

let at: Console;
let town: Town;
let crewId: string;
let coordinator: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  at = await startConsole();
  const square = [
    [8, 44],
    [9, 44],
    [9, 45],
    [8, 44],
  ];
  await at.db.getRepository(Municipality).insert({
    ...{ id: randomUUID(), name: 'Alessandria', istatCode: '006003', contactEmail: 'a@example.org' },
    boundary: { type: 'MultiPolygon', coordinates: [[square]] },
    center: { type: 'Point', coordinates: [8.6, 44.9] },
  });
});
afterAll(() => at.stop());
/** A town of its own: what waits in another test is not in the way. */
beforeEach(async () => {
  town = await createTown(at.db);
  crewId = randomUUID();
  await at.db.getRepository(Crew).insert({
    ...{ id: crewId, departmentId: town.departmentId, name: 'Squadra 1', skills: ['asphalt'] },
    depot: { type: 'Point', coordinates: [8.61, 44.9] },
  });
  await at.db
    .getRepository(Category)
    .update({ id: town.categoryId }, { skill: 'asphalt', serviceMinutes: 60 });
  coordinator = await at.person('coordinator', town.departmentId);
  stranger = await at.person('coordinator', (await createTown(at.db)).departmentId);
});

const hour = 3_600_000;
const shift = (hours = 8) => {
  const from = Date.now() + hour;
  return { shiftFrom: new Date(from).toISOString(), shiftTo: new Date(from + hours * hour).toISOString() };
};
const begin = async (given: object = {}): Promise<string> => {
  const { status, body } = await coordinator.post('/rounds', { crewId, ...shift(), ...given });
  expect([status, body.fields]).toEqual([201, undefined]);
  return body.id;
};
const waiting = (fields: Partial<Case> = {}) =>
  createCase(at.db, town, { status: 'assigning', band: 'P3', priority: 30, ...fields });
const ids = ({ body }: Answer): string[] => body.stops.map(({ caseId }: RoundStop) => caseId);
const left = ({ body }: Answer): [string, string][] =>
  body.leftOut.map(({ caseId, why }: { caseId: string; why: string }) => [caseId, why]);
const plan = (id: string) => coordinator.post(`/rounds/${id}/plan`);
const order = (id: string, stops: { caseId: string; locked?: boolean }[]) =>
  coordinator.put(`/rounds/${id}/stops`, { stops });

test('a round is begun for a crew, planned, and shows what a crew needs to see', async () => {
  const urgent = await waiting({ band: 'P1', priority: 100, danger: 4 });
  const other = await waiting();
  await waiting({ status: 'accepting' });
  const id = await begin();
  const answer = await plan(id);
  expect(ids(answer)).toEqual([urgent.id, other.id]);
  const { body } = answer;
  expect(body).toMatchObject({
    ...{ status: 'draft', crewId, departmentId: town.departmentId, mayPlan: true, mayDrive: true },
    ...{ depot: { type: 'Point', coordinates: [8.61, 44.9] }, counts: { planned: 2 }, leftOut: [] },
    plan: { backAt: expect.any(String), travelSeconds: expect.any(Number), conflicts: [] },
  });
  const [stop] = body.stops;
  expect(stop).toMatchObject({ task: 'repair', locked: false, status: 'planned', position: 0 });
  expect(Date.parse(stop.leaveAt) - Date.parse(stop.arriveAt)).toBe(hour);
  expect(stop.case).toMatchObject({
    ...{ number: urgent.number, band: 'P1', danger: 4, address: 'Via Roma 12', serviceMinutes: 60 },
    ...{
      lat: expect.any(Number),
      lon: expect.any(Number),
      words: ['A pothole before number 12'],
      photos: [],
    },
  });
  expect(await at.db.getRepository(Round).findOneByOrFail({ id })).toMatchObject({
    ...{ plannedBy: coordinator.id, createdBy: coordinator.id, version: 0 },
  });
});

test('what does not fit is left out and says why', async () => {
  const lamp = randomUUID();
  await at.db.getRepository(Category).insert({
    ...{ id: lamp, code: lamp, groupCode: 'roads', nameIt: 'Lampione', nameEn: 'Lamp' },
    ...{ departmentId: town.departmentId, skill: 'electrical' },
  });
  const first = await waiting({ priority: 50 });
  const second = await waiting({ priority: 40 });
  const dark = await waiting({ categoryId: lamp });
  const id = await begin(shift(1.5));
  const answer = await plan(id);
  expect(ids(answer)).toEqual([first.id]);
  expect(left(answer).sort()).toEqual(
    [
      [second.id, 'no-time'],
      [dark.id, 'skill'],
    ].sort(),
  );
  // By hand it may come in: who plans is told, not hindered.
  const { body } = await order(id, [{ caseId: dark.id, locked: true }]);
  expect(body.plan.conflicts).toEqual([{ caseId: dark.id, why: 'skill' }]);
});

test('stops are put in another order, locked, taken out and added; planning again keeps the locked ones', async () => {
  const [a, b, c] = [await waiting({ priority: 50 }), await waiting({ priority: 40 }), await waiting()];
  const id = await begin(shift(2.5));
  expect(ids(await plan(id)).sort()).toEqual([a.id, b.id].sort());
  const turned = await order(id, [{ caseId: b.id }, { caseId: a.id }]);
  expect(ids(turned)).toEqual([b.id, a.id]);
  expect(Date.parse(turned.body.stops[0].arriveAt)).toBeLessThan(Date.parse(turned.body.stops[1].arriveAt));
  const without = await order(id, [{ caseId: c.id, locked: true }, { caseId: a.id }]);
  expect(ids(without)).toEqual([c.id, a.id]);
  expect(left(without)).toEqual([[b.id, 'by-hand']]);
  expect(without.body.stops.map(({ locked }: RoundStop) => locked)).toEqual([true, false]);
  const again = await plan(id);
  expect(ids(again)).toContain(c.id);
  expect(again.body.stops.find(({ caseId }: RoundStop) => caseId === c.id)).toMatchObject({ locked: true });
  expect(left(again)).toEqual([[b.id, 'no-time']]);
});

test('an order that cannot be kept says what it breaks', async () => {
  const some = [await waiting(), await waiting(), await waiting()];
  const id = await begin(shift(2));
  const { body } = await order(
    id,
    some.map(({ id: caseId }) => ({ caseId })),
  );
  expect(body.stops).toHaveLength(3);
  expect(body.plan.conflicts).toEqual([{ caseId: null, why: 'shift' }]);
});

test('the pool is what this crew can be sent to', async () => {
  const mine = await waiting({ status: 'assigned', crewId });
  const free = await waiting({ priority: 99 });
  const toSecure = await waiting({ status: 'verifying', safety: 'ordered' });
  const byOthers = await waiting({ status: 'verifying', safety: 'ordered' });
  for (const [row, crew] of [
    [toSecure, crewId],
    [byOthers, randomUUID()],
  ] as const)
    await at.db.transaction((tx) =>
      appendLog(tx, {
        ...{ chain: `case:${row.id}`, factId: '1.0', name: 'make-safe-ordered', at: new Date() },
        ...{ actor: { kind: 'system', id: null }, public: true, data: { crewId: crew } },
      }),
    );
  await waiting({ status: 'assigned', crewId: randomUUID() });
  await waiting({ paused: true });
  await waiting({ status: 'repaired', crewId });
  await waiting({ kind: 'question' });
  await createCase(at.db, await createTown(at.db), { status: 'assigning' });
  const { body } = await coordinator.get(`/rounds/${await begin()}/pool`);
  const tasks = Object.fromEntries(body.map(({ id, task }: { id: string; task: string }) => [id, task]));
  expect(tasks).toEqual({ [free.id]: 'repair', [mine.id]: 'repair', [toSecure.id]: 'make-safe' });
  expect(body[0].id).toBe(free.id);
});

test('a case is in one round at a time, and free again when a draft is discarded', async () => {
  const row = await waiting();
  const [one, other] = [await begin(), await begin()];
  expect(ids(await plan(one))).toEqual([row.id]);
  expect(ids(await plan(other))).toEqual([]);
  // By hand neither.
  expect((await order(other, [{ caseId: row.id }])).status).toBe(422);
  expect((await coordinator.delete(`/rounds/${one}`)).status).toBe(200);
  expect((await coordinator.get(`/rounds/${one}`)).status).toBe(404);
  expect(ids(await plan(other))).toEqual([row.id]);
});

test('what the crew cannot be sent to is not added, and nothing is changed', async () => {
  const [held, own] = [await waiting(), await waiting()];
  const [first, second] = [await begin(), await begin()];
  await coordinator.put(`/rounds/${first}/stops`, { stops: [{ caseId: held.id }] });
  await coordinator.put(`/rounds/${second}/stops`, { stops: [{ caseId: own.id }] });
  for (const caseId of [held.id, randomUUID()]) {
    const stops = [{ caseId: own.id }, { caseId }];
    const { status, body } = await coordinator.put(`/rounds/${second}/stops`, { stops });
    expect([status, Object.keys(body.fields)]).toEqual([422, ['stops']]);
  }
  expect((await coordinator.get(`/rounds/${second}`)).body.stops).toHaveLength(1);
});

test('what no longer waits leaves a draft with the next change', async () => {
  const [row, other] = [await waiting(), await waiting()];
  const id = await begin();
  await plan(id);
  await at.db.getRepository(Case).update({ id: row.id }, { status: 'closed' });
  expect(ids(await order(id, [{ caseId: row.id, locked: true }, { caseId: other.id }]))).toEqual([other.id]);
});

test.each<[string, object, string[]]>([
  ['that ends before it begins', { shiftTo: new Date(Date.now() - 5 * hour).toISOString() }, ['shiftTo']],
  [
    'that is over',
    {
      shiftFrom: new Date(Date.now() - 9 * hour).toISOString(),
      shiftTo: new Date(Date.now() - hour).toISOString(),
    },
    ['shiftTo'],
  ],
  ['of days', shift(40), ['shiftTo']],
  ['of nobody', { crewId: randomUUID() }, ['crewId']],
  [
    'with a break beside it',
    {
      breaks: [
        {
          earliest: new Date(Date.now() - 3 * hour).toISOString(),
          latest: new Date(Date.now() + 3 * hour).toISOString(),
          minutes: 30,
        },
      ],
    },
    ['breaks.0.latest'],
  ],
  [
    'with breaks that do not fit into it',
    {
      ...shift(1),
      breaks: [0, 10].map((minutes) => ({
        earliest: new Date(Date.now() + hour + minutes * 60_000).toISOString(),
        latest: new Date(Date.now() + hour + (minutes + 5) * 60_000).toISOString(),
        minutes: 40,
      })),
    },
    ['breaks.1.latest'],
  ],
  ['with more than is asked', { seed: 1 }, ['seed']],
])('a shift %s is refused', async (_, wrong, fields) => {
  const { status, body } = await coordinator.post('/rounds', { crewId, ...shift(), ...wrong });
  expect([status, Object.keys(body.fields)]).toEqual([422, fields]);
});

test('the list is filtered by day, crew and state, and each sees the own department', async () => {
  const id = await begin();
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(Date.now() + hour);
  const listed = async (who: Visitor, query: string) =>
    (await who.get(`/rounds?${query}`)).body.map((row: Round) => row.id);
  expect(await listed(coordinator, `crewId=${crewId}`)).toEqual([id]);
  expect(await listed(coordinator, 'status=over')).toEqual([]);
  expect(await listed(stranger, `crewId=${crewId}`)).toEqual([]);
  expect(await listed(coordinator, `day=${day}`)).toEqual([id]);
  expect(await listed(coordinator, 'day=2020-01-01')).toEqual([]);
  expect((await coordinator.get('/rounds?day=tomorrow')).status).toBe(422);
});

test('another department’s rounds are nobody’s to read or change', async () => {
  const id = await begin();
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/pool'],
    ['POST', '/plan'],
    ['PUT', '/stops'],
    ['POST', '/dispatch'],
    ['DELETE', ''],
    ['POST', '/commands'],
  ] as const) {
    const bodies: Record<string, object> = {
      '/stops': { stops: [] },
      '/commands': { name: 'end', commandId: randomUUID() },
    };
    const { status } = await stranger.send(method, `/rounds/${id}${path}`, bodies[path]);
    expect([method, path, status]).toEqual([method, path, 404]);
  }
  expect((await stranger.post('/rounds', { crewId, ...shift() })).status).toBe(404);
});

test('a round is handed over once, with something to do, before its shift is over', async () => {
  const id = await begin();
  expect((await coordinator.post(`/rounds/${id}/dispatch`)).body.fields).toHaveProperty('stops');
  await waiting();
  await plan(id);
  const { status, body } = await coordinator.post(`/rounds/${id}/dispatch`);
  // Temporal is away: the row says that it waits to be started.
  expect([status, body.status]).toEqual([200, 'dispatched']);
  expect(await at.db.getRepository(Round).findOneByOrFail({ id })).toMatchObject({
    ...{ dispatchedBy: coordinator.id, dispatchedAt: expect.any(Date), startedAt: null },
  });
  for (const path of ['dispatch', 'plan'])
    expect((await coordinator.post(`/rounds/${id}/${path}`)).body.code).toBe('conflict');
  expect((await order(id, [])).body.code).toBe('conflict');
  expect((await coordinator.delete(`/rounds/${id}`)).body.code).toBe('conflict');
  expect(await at.db.getRepository(LogEntry).countBy({ chain: `round:${id}` })).toBe(0);
});
