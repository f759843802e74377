import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../activities/emergency/testing';
import { eventsOf } from '../../db/case-events';
import { CaseEventRow, Crew, Repair, Round } from '../../db/entities';
import { appendLog } from '../../db/log';
import { type Console, createCase, createTown, startConsole, type Town } from './testing';

let at: Console;
let town: Town;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  town = await createTown(at.db);
});
afterAll(() => at.stop());

const hour = 3_600_000;
const begin = Date.UTC(2026, 0, 5, 8);
let facts = 0;
const tell = (chain: string, name: string, hours: number, data: Record<string, unknown> = {}) =>
  at.db.transaction((tx) =>
    appendLog(tx, {
      ...{ chain, factId: `f${++facts}`, name, at: new Date(begin + hours * hour), public: false, data },
      actor: { kind: 'user', id: null },
    }),
  );

async function crewOf(departmentId: string): Promise<string> {
  const id = randomUUID();
  await at.db.getRepository(Crew).insert({ id, departmentId, name: id });
  return id;
}

/** A case as its log tells it, from the opening to the repair. */
async function story(
  of: Town,
  from: number,
  { verification = 5, crewId }: { verification?: number; crewId: string },
) {
  const repairDueAt = new Date(begin + (from + 240) * hour);
  const openedAt = new Date(begin + from * hour);
  const { id, cycle } = await createCase(at.db, of, { status: 'repaired', crewId, repairDueAt, openedAt });
  const chain = `case:${id}`;
  const repairId = randomUUID();
  const done = { procedure: 'x', hours: '1.5', cost: '0', recordedBy: randomUUID() };
  await at.db.getRepository(Repair).insert({ id: repairId, caseId: id, cycle, crewId, ...done });
  await tell(chain, 'opened', from);
  await tell(chain, 'verified', from + verification);
  await tell(chain, 'accepted', from + verification + 2);
  await tell(chain, 'assigned', from + verification + 20, { kind: 'crew', id: crewId });
  await tell(chain, 'started', from + verification + 30);
  await tell(chain, 'repaired', from + verification + 32, { repairId });
  return id;
}

const rows = (caseId: string) =>
  at.db.getRepository(CaseEventRow).find({ where: { caseId }, order: { at: 'ASC', name: 'ASC' } });

test('what the log tells of a case stands in the schema of events, with hours and units and nobody', async () => {
  const crewId = await crewOf(town.departmentId);
  const id = await story(town, 0, { crewId });
  await tell(`case:${id}`, 'breach', 300, { clock: 'repair' });
  await tell(`case:${id}`, 'escalation-seen', 310, { clock: 'repair' });
  await tell(`case:${id}`, 'priority-changed', 311);
  await tell(`case:${id}`, 'unassigned', 312, { kind: 'crew', id: crewId, reason: 'materials' });
  await tell(`case:${id}`, 'closed', 320, { outcome: 'repaired' });
  const unit = `crew:${crewId}`;
  expect((await rows(id)).map(({ name, unit, reason, amount }) => [name, unit, reason, amount])).toEqual([
    ['opened', '', town.categoryId, 240],
    ['verified', '', '', null],
    ['accepted', '', '', null],
    ['assigned', unit, '', 0.5],
    ['started', unit, '', null],
    ['repaired', unit, '', 1.5],
    ['breached', '', 'repair', null],
    ['escalated', '', 'repair', null],
    ['review-opened', '', 'repair', 336],
    ['acknowledged', '', '', null],
    ['unassigned', unit, 'materials', null],
    ['ended', '', 'repaired', null],
  ]);
});

test('a crew that is sent out has its hours without the break, and comes some metres', async () => {
  const of = await createTown(at.db);
  const crewId = await crewOf(of.departmentId);
  const caseId = await story(of, 0, { crewId });
  const id = randomUUID();
  await at.db.getRepository(Round).insert({
    ...{ id, departmentId: of.departmentId, crewId, seed: 1, createdBy: randomUUID(), status: 'dispatched' },
    ...{ shiftFrom: new Date(begin), shiftTo: new Date(begin + 8 * hour) },
    breaks: [
      { earliest: new Date(begin).toISOString(), latest: new Date(begin + hour).toISOString(), minutes: 30 },
    ],
    depot: { type: 'Point', coordinates: [8.6, 44.9] },
  } as never);
  await tell(`round:${id}`, 'dispatched', 0);
  await tell(`round:${id}`, 'arrived', 30, { caseId });
  const [staffed] = await at.db
    .getRepository(CaseEventRow)
    .findBy({ name: 'staffed', departmentId: of.departmentId });
  expect(staffed).toMatchObject({ amount: 7.5, unit: `crew:${crewId}`, caseId: null });
  const arrived = (await rows(caseId)).find(({ name }) => name === 'arrived');
  expect(arrived?.amount).toBeGreaterThan(0);
});

test('a case that was merged counts in the other case, and comes back when that is undone', async () => {
  const of = await createTown(at.db);
  const crewId = await crewOf(of.departmentId);
  const [one, other] = [await story(of, 0, { crewId }), await story(of, 10, { crewId })];
  const period = { from: new Date(begin - hour), to: new Date(begin + 1000 * hour) };
  const cases = async () =>
    [...new Set((await eventsOf(at.db, of.departmentId, period)).map(({ caseId }) => caseId))].sort();
  await at.db.query('UPDATE cases SET opened_at = $2 WHERE id = ANY($1)', [[one, other], new Date(begin)]);
  expect(await cases()).toEqual([one, other].sort());
  await at.db.query('UPDATE cases SET merged_into = $2 WHERE id = $1', [one, other]);
  expect(await cases()).toEqual([other]);
  await at.db.query('UPDATE cases SET merged_into = NULL WHERE id = $1', [one]);
  expect(await cases()).toHaveLength(2);
});

test('oversight reads why a department is late; few cases say nothing', async () => {
  const of = await createTown(at.db);
  const crewId = await crewOf(of.departmentId);
  for (let n = 0; n < 70; n++) await story(of, n * 10, { crewId, verification: 200 });
  const oversight = await at.person('oversight');
  const path = (departmentId: string, from = '2026-01-05', to = '2026-02-28') =>
    `/diagnosis?departmentId=${departmentId}&from=${from}&to=${to}`;
  const { status, body } = await oversight.get(path(of.departmentId));
  expect([status, body.verdict, body.measures.cases]).toEqual([200, ['badly-managed'], 70]);
  expect(body.findings.map(({ cause, holds }: { cause: string; holds: boolean }) => [cause, holds])).toEqual([
    ['understaffed', false],
    ['badly-organised', false],
    ['badly-managed', true],
  ]);
  expect((await oversight.get(path(town.departmentId))).body.verdict).toBe('not-enough-data');
  const coordinator = await at.person('coordinator', of.departmentId);
  expect((await coordinator.get(path(of.departmentId))).status).toBe(200);
  expect((await coordinator.get(path(town.departmentId))).status).toBe(404);
  for (const role of ['operator', 'technician', 'auditor'] as const)
    expect((await (await at.person(role, of.departmentId)).get(path(of.departmentId))).status).toBe(403);
  for (const wrong of [
    path(of.departmentId, '2026-03-01'),
    path(of.departmentId, '2020-01-01'),
    path('x'),
    path(of.departmentId, 'now'),
  ])
    expect((await oversight.get(wrong)).status).toBe(422);
  expect((await oversight.get(path(randomUUID()))).status).toBe(404);
}, 60_000);
