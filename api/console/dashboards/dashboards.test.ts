import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../../activities/emergency/testing';
import { refreshFindings } from '../../../db/rollups/findings';
import { refreshRollups } from '../../../db/rollups/refresh';
import { createRandom } from '../../../domain/rounds/random';
import { type Console, createTown, startConsole, type Town, type Visitor } from '../testing';
import { dashboardNames } from './routes';
import { DAY, happen } from './testing';

let at: Console;
let towns: Town[];
let management: Visitor;
const asOf = new Date(Date.UTC(2026, 4, 20, 10));
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  towns = [await createTown(at.db), await createTown(at.db)];
  const random = createRandom(7);
  const ids: string[] = [];
  for (let turn = 0, now = Date.UTC(2026, 0, 20); turn < 1200 && now < asOf.getTime(); turn++) {
    now += random.below(DAY / 4);
    await happen({ db: at.db, towns, random, ids, now: new Date(now) });
  }
  await refreshRollups(at.db, { asOf });
  await refreshFindings(at.db, { asOf });
  management = await at.person('management');
}, 120_000);
afterAll(() => at.stop());

const path = (name: string, quarter: string, departments: string[] = []) =>
  `/dashboards/${name}?${new URLSearchParams([['quarter', quarter], ...departments.map((id) => ['departmentId', id] as [string, string])])}`;

type Found = { value: number; cases: Record<string, unknown> };

/** Every figure of an answer, however deep. */
function figuresIn(answer: unknown): Found[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const own = 'cases' in answer && 'value' in answer ? [answer as Found] : [];
  return [...own, ...Object.values(answer).flatMap(figuresIn)];
}

function listOf(filter: Record<string, unknown>): string {
  const pairs = Object.entries(filter).flatMap(([key, value]) =>
    [value].flat().map((one): [string, string] => [key, String(one)]),
  );
  return `/cases?${new URLSearchParams([['_end', '1'], ...pairs])}`;
}

async function countBehind({ cases }: Pick<Found, 'cases'>): Promise<number> {
  const { status, headers } = await management.get(listOf(cases));
  expect(status).toBe(200);
  return Number(headers.get('x-total-count'));
}

test.each(['2026-1', '2026-2'])('every figure of %s opens as many cases as it says', async (quarter) => {
  const seen: Record<string, number> = {};
  for (const departments of [[], [towns[0]!.departmentId]])
    for (const name of ['late', 'backlog', 'recurrences', 'satisfaction', 'reviews']) {
      const { status, body } = await management.get(path(name, quarter, departments));
      expect([status, body.freshUntil]).toEqual([200, asOf.toISOString()]);
      const figures = figuresIn(body);
      expect(figures.length).toBeGreaterThanOrEqual(departments.length ? 2 : 3);
      for (const figure of figures) {
        expect([name, figure.cases, await countBehind(figure)]).toEqual([name, figure.cases, figure.value]);
        seen[name] = (seen[name] ?? 0) + figure.value;
      }
    }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test('the map’s squares hold what was reported there, and open it', async () => {
  const { body } = await management.get(path('map', '2026-1'));
  expect(body.type).toBe('FeatureCollection');
  expect(body.features.length).toBeGreaterThan(5);
  for (const { geometry, properties } of body.features.slice(0, 12)) {
    const { cell, cases, recurrences, people, need } = properties;
    expect(await countBehind({ cases: { ...body.cases, cell } })).toBe(cases);
    expect(await countBehind({ cases: { ...body.cases, cell, recurrence: true } })).toBe(recurrences);
    expect(people).toBeGreaterThanOrEqual(cases);
    expect(need).toBeLessThanOrEqual(people);
    const { body: rows } = await management.get(listOf({ ...body.cases, cell }));
    const [[west, south], , [east, north]] = geometry.coordinates[0];
    const within = (from: number, value: number, to: number) => value > from - 1e-9 && value < to + 1e-9;
    expect([within(west, rows[0].lon, east), within(south, rows[0].lat, north)]).toEqual([true, true]);
  }
});

test('a quarter is compared with the one before, which ends where this one begins', async () => {
  const first = (await management.get(path('backlog', '2026-1'))).body;
  const second = (await management.get(path('backlog', '2026-2'))).body;
  expect(second.total.open.before).toBe(first.total.open.value);
  expect(second.total.late.before).toBe(first.total.late.value);
  expect(first.days).toHaveLength(90);
  expect(first.days.at(-1)).toMatchObject({ day: '2026-03-31', open: first.total.open.value });
  // It runs: as far as it has come, beside as many days of the other one.
  expect(second.days.at(-1).day).toBe('2026-05-20');
  expect(second.total.opened.before).toBeLessThan(first.total.opened.value);
});

test('the end of any day opens what waited then', async () => {
  const { days, total } = (await management.get(path('backlog', '2026-2'))).body;
  for (const { at: openAt, open, late } of [days[0], days[17], days.at(-1)]) {
    expect(await countBehind({ cases: { ...total.open.cases, openAt } })).toBe(open);
    const { openAt: _, ...others } = total.open.cases;
    expect(await countBehind({ cases: { ...others, lateAt: openAt } })).toBe(late);
  }
});

test('findings say of each department what was found and when; few cases say nothing', async () => {
  const { body } = await management.get(path('findings', '2026-2'));
  expect(body.departments).toHaveLength(2);
  expect(body.departments[0]).toMatchObject({
    ...{ verdict: 'not-enough-data', before: 'not-enough-data', asOf: asOf.toISOString() },
    findings: [{ cause: 'understaffed' }, { cause: 'badly-organised' }, { cause: 'badly-managed' }],
  });
});

test('a coordinator sees the own department alone, others nothing at all', async () => {
  const [own, other] = towns.map(({ departmentId }) => departmentId) as [string, string];
  const coordinator = await at.person('coordinator', own);
  for (const name of dashboardNames) {
    const { status, body } = await coordinator.get(path(name, '2026-1'));
    expect(status).toBe(200);
    if (body.departments)
      expect(body.departments.map((one: { departmentId: string }) => one.departmentId)).toEqual([own]);
    expect((await coordinator.get(path(name, '2026-1', [other]))).status).toBe(404);
    expect((await coordinator.get(path(name, '2026-1', [own, other]))).status).toBe(404);
  }
  for (const role of ['oversight', 'auditor', 'admin'] as const)
    expect((await (await at.person(role)).get(path('late', '2026-1'))).status).toBe(200);
  for (const role of ['operator', 'technician'] as const)
    expect((await (await at.person(role)).get(path('late', '2026-1'))).status).toBe(403);
});

test('a department that is no longer in use stays as long as it has figures', async () => {
  const { departmentId } = towns[1]!;
  const sums = async () => {
    const { total, departments } = (await management.get(path('backlog', '2026-1'))).body;
    const rows = departments.map(({ open }: { open: Found }) => open.value);
    return [total.open.value, rows.reduce((sum: number, value: number) => sum + value, 0)];
  };
  const [total, ofRows] = await sums();
  expect(ofRows).toBe(total);
  await at.db.query('UPDATE department SET active = false WHERE id = $1', [departmentId]);
  expect(await sums()).toEqual([total, total]);
  await at.db.query('UPDATE department SET active = true WHERE id = $1', [departmentId]);
});

test('which cases have a review is for those who may read reviews or their number', async () => {
  const at2026 = encodeURIComponent(asOf.toISOString());
  for (const [role, status] of [
    ['operator', 403],
    ['technician', 200],
    ['management', 200],
  ] as const) {
    const somebody = await at.person(role, role === 'technician' ? towns[0]!.departmentId : null);
    for (const filter of ['reviewAt', 'reviewOverdueAt'])
      expect([role, (await somebody.get(`/cases?${filter}=${at2026}`)).status]).toEqual([role, status]);
  }
});

test('what is asked wrongly is refused', async () => {
  for (const wrong of ['2026', '2026-5', 'now', '2099-1'])
    expect((await management.get(path('late', wrong))).status).toBe(422);
  expect((await management.get(path('late', '2026-1', ['x']))).status).toBe(422);
  expect((await management.get(path('late', '2026-1', [randomUUID()]))).status).toBe(404);
  expect((await management.get('/dashboards/people?quarter=2026-1')).status).toBe(404);
  for (const wrong of ['cell=1', 'openAt=yesterday', 'rated=perhaps'])
    expect((await management.get(`/cases?${wrong}`)).status).toBe(422);
});
