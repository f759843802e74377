import { randomUUID } from 'node:crypto';
import { Case, CaseSuggestion, Membership, Report } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { type Console, createCase, createTown, startConsole, type Town, type Visitor } from '../testing';

type CaseRow = Case;
let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
let operator: Visitor;

beforeAll(async () => {
  at = await startConsole();
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  operator = await at.person('operator');
});
afterAll(() => at.stop());

const merge = (from: CaseRow, into: CaseRow) =>
  at.db.getRepository(Case).update(from.id, { mergedInto: into.id });

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

test('a case that came back, and one that the log names, are known by their numbers', async () => {
  const [repaired, gone] = [await createCase(at.db, town), await createCase(at.db, town)];
  const back = await createCase(at.db, town, { recurrenceOf: repaired.id });
  await at.db.transaction((tx) =>
    appendLog(tx, {
      ...{ chain: `case:${back.id}`, factId: randomUUID(), name: 'split', at: new Date(), public: false },
      actor: { kind: 'user', id: operator.id },
      data: { intoCaseId: gone.id, reports: 1 },
    }),
  );
  const names = async (id: string) =>
    Object.fromEntries(
      (await operator.get(`/cases/${id}`)).body.joined.map(
        (one: { number: string; name: string }) => [one.number, one.name] as const,
      ),
    );
  expect(await names(back.id)).toEqual({ [repaired.number]: 'recurrenceOf', [gone.number]: 'mentioned' });
  expect(await names(repaired.id)).toEqual({ [back.number]: 'recurrence' });
});

test('suggestions are seen from both cases, within the own department, until somebody tells them apart', async () => {
  const [one, other] = [await createCase(at.db, town), await createCase(at.db, elsewhere)];
  await at.db
    .getRepository(CaseSuggestion)
    .insert({ caseId: one.id, otherCaseId: other.id, score: 0.6, metres: 21.7 });
  const suggested = async (id: string, who = operator) => (await who.get(`/cases/${id}`)).body.suggestions;
  expect(await suggested(one.id)).toMatchObject([
    { id: other.id, number: other.number, metres: 22, words: 'A pothole before number 12', photos: [] },
  ]);
  expect(await suggested(other.id)).toMatchObject([{ id: one.id }]);
  const coordinator = await at.person('coordinator', town.departmentId);
  expect(await suggested(one.id, coordinator)).toEqual([]);

  const decide = (who: Visitor, dismissed: boolean) =>
    who.post(`/cases/${other.id}/suggestions/${one.id}`, { dismissed });
  expect((await decide(await at.person('auditor'), true)).status).toBe(403);
  expect((await decide(coordinator, true)).status).toBe(404);
  expect((await decide(operator, true)).status).toBe(200);
  expect([await suggested(one.id), await suggested(other.id)]).toEqual([[], []]);
  await decide(operator, false);
  expect(await suggested(one.id)).toHaveLength(1);
  await at.db.query("UPDATE cases SET status = 'closed' WHERE id = $1", [other.id]);
  expect(await suggested(one.id)).toEqual([]);
  expect((await operator.post(`/cases/${one.id}/suggestions/${one.id}`, { dismissed: true })).status).toBe(
    404,
  );
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
