import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../activities/emergency/testing';
import { CaseEventRow } from '../../db/entities';
import { type Console, createCase, createTown, startConsole, type Town } from './testing';

let at: Console;
let busy: Town;
let quiet: Town;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  [busy, quiet] = [await createTown(at.db), await createTown(at.db)];
  await createHistory(busy, { days: 56, cases: 12, repaired: 6, crews: 2 });
}, 60_000);
afterAll(() => at.stop());

const hour = 3_600_000;
/** The local midnight of a Monday. */
const monday = Date.UTC(2026, 0, 4, 23);

/** So many days of cases with three days' time, each two hours of work of crews that have eight from Monday to Friday. */
async function createHistory(
  town: Town,
  { days, cases, repaired, crews }: Record<'days' | 'cases' | 'repaired' | 'crews', number>,
) {
  const { departmentId } = town;
  const { id } = await createCase(at.db, town, { kind: 'problem', openedAt: new Date(monday) });
  const copies = await at.db.query(
    `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', $2 || n))).*
     FROM cases c, generate_series(1, $3) n WHERE id = $1 RETURNING id`,
    [id, `${id}-`, days * cases],
  );
  const rows = copies.flatMap(({ id: caseId }: { id: string }, index: number): Partial<CaseEventRow>[] => {
    const come = monday + Math.floor(index / cases) * 24 * hour + 9 * hour;
    const row = (seq: number, name: CaseEventRow['name'], hours: number, amount: number | null = null) => ({
      ...{
        chain: `case:${caseId}`,
        seq,
        name,
        at: new Date(come + hours * hour),
        departmentId,
        caseId,
        amount,
      },
      ...{ unit: seq > 2 ? 'crew:1' : '', reason: name === 'opened' ? town.categoryId : '' },
    });
    const asked = [row(1, 'opened', 0, 72), row(2, 'accepted', 2), row(3, 'assigned', 4, 2)];
    return index % cases < repaired ? [...asked, row(4, 'started', 20), row(5, 'repaired', 22, 2)] : asked;
  });
  const staffed = Array.from({ length: days }, (_none, day) => day)
    .filter((day) => day % 7 < 5)
    .flatMap((day) =>
      Array.from(
        { length: crews },
        (_crew, crew): Partial<CaseEventRow> => ({
          ...{ chain: `round:${randomUUID()}`, seq: 1, name: 'staffed', amount: 8, departmentId },
          ...{ at: new Date(monday + day * 24 * hour + 8 * hour), caseId: null, unit: `crew:${crew}` },
        }),
      ),
    );
  await at.db.getRepository(CaseEventRow).save([...rows, ...staffed], { chunk: 500 });
}

const path = ({ departmentId }: Town, more: Record<string, string> = {}) =>
  `/what-if?${new URLSearchParams({ departmentId, from: '2026-01-05', to: '2026-03-01', ...more })}`;

test('management reads what a crew more would change, next to how it is', async () => {
  const management = await at.person('management');
  const { status, body } = await management.get(path(busy, { crews: '1' }));
  expect([status, body.verdict]).toEqual([200, 'enough']);
  expect(body.measured).toMatchObject({
    ...{ arrivals: 12, crews: { count: 2, hours: 8, days: 5 }, workHours: 2 },
    categories: [{ code: busy.categoryId, cases: 12 * 56, work: 1 }],
  });
  expect(body.today.daily).toHaveLength(57);
  expect(body.otherwise.backlog.high).toBeLessThan(body.today.backlog.low);
  expect(body.change.backlog.high).toBeLessThan(0);
  const again = await management.get(path(busy, { crews: '1' }));
  expect(again.body).toEqual(body);
  const other = await management.get(
    path(busy, { hours: '6.5', rule: 'first-due', without: busy.categoryId }),
  );
  expect(other.body.today).toEqual(body.today);
  expect(other.body.otherwise.backlog.mean).toBeLessThan(body.otherwise.backlog.mean);
}, 60_000);

test('a department of which little is known is told what is missing', async () => {
  const { status, body } = await (await at.person('oversight')).get(path(quiet));
  expect([status, body.verdict, body.measured.crews]).toEqual([200, 'not-enough-data', null]);
  expect(body.missing.map(({ what }: { what: string }) => what)).toEqual(['cases', 'repaired', 'deadlines']);
});

test('a department is no other department’s business', async () => {
  const coordinator = await at.person('coordinator', quiet.departmentId);
  expect((await coordinator.get(path(quiet))).status).toBe(200);
  expect((await coordinator.get(path(busy))).status).toBe(404);
  for (const role of ['operator', 'technician', 'auditor'] as const)
    expect((await (await at.person(role, quiet.departmentId)).get(path(quiet))).status).toBe(403);
  const nowhere = { ...quiet, departmentId: randomUUID() };
  expect((await (await at.person('oversight')).get(path(nowhere))).status).toBe(404);
});

test.each([
  ['departmentId', { departmentId: 'x' }],
  ['to', { to: '2026-01-01' }],
  ['to', { from: '2024-01-01' }],
  ['to', { to: '2999-01-01', from: '2998-12-01' }],
  ['crews', { crews: '21' }],
  ['crews', { crews: '1.5' }],
  ['crews', { crews: 'Infinity' }],
  ['hours', { hours: '0' }],
  ['hours', { hours: '17' }],
  ['rule', { rule: 'last-come' }],
  ['without', { without: 'no-such-category' }],
  ['without.0', { without: '\0' }],
  ['without', { without: Array.from({ length: 51 }, (_none, n) => `c${n}`).join() }],
  ['without', { without: 'x'.repeat(2001) }],
  ['times', { times: '1000000' }],
])('a question with a wrong %s is refused: %j', async (field, wrong) => {
  const { status, body } = await (await at.person('oversight')).get(path(quiet, wrong));
  expect([status, Object.keys(body.fields)]).toEqual([422, [field]]);
});

test('while days are played the API goes on answering, and no third question is begun', async () => {
  const oversight = await at.person('oversight');
  let played = 0;
  const questions = [1, 2].map((crews) =>
    oversight.get(path(busy, { crews: String(crews) })).then((answer) => {
      played += 1;
      return answer.status;
    }),
  );
  const waits: number[] = [];
  const refused: number[] = [];
  while (played === 0) {
    const asked = performance.now();
    expect((await oversight.get('/session')).status).toBe(200);
    waits.push(performance.now() - asked);
    if (waits.length === 5) refused.push((await oversight.get(path(busy))).status);
  }
  expect(await Promise.all(questions)).toEqual([200, 200]);
  // Played in this thread the first question would let one through, or none.
  expect(waits.length).toBeGreaterThan(10);
  expect(refused).toEqual([429]);
  expect((await oversight.get(path(busy))).status).toBe(200);
}, 60_000);

test('whoever leaves the page frees the place', async () => {
  const oversight = await at.person('oversight');
  for (let times = 0; times < 4; times++) {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 150);
    await expect(
      fetch(oversight.url + path(busy), { headers: { Cookie: oversight.cookie }, signal: leaving.signal }),
    ).rejects.toThrow('aborted');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect((await oversight.get(path(busy))).status).toBe(200);
}, 60_000);
