import { randomUUID } from 'node:crypto';
import { Case, Escalation, LogEntry, Note } from '../../db/entities';
import { type Role, type Stage, stages } from '../../domain/vocabulary';
import { type Console, createCase, createTown, startConsole, type Town, type Visitor } from './testing';

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
/** One of each stage, of the first department's case. */
const fired = {} as Record<Stage, string>;
let row: Case;
beforeAll(async () => {
  at = await startConsole();
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  row = await createCase(at.db, town);
  for (const stage of stages) fired[stage] = await fire(row, stage);
});
afterAll(() => at.stop());

async function fire(about: Case, stage: Stage): Promise<string> {
  const id = randomUUID();
  const { id: caseId, departmentId } = about;
  const hour = Date.now() - 3_600_000 + stages.indexOf(stage) * 60_000;
  await at.db.getRepository(Escalation).insert({
    ...{ id, caseId, departmentId, clock: 'repair', cycle: 1, turn: 1, stage, cause: 'time' },
    ...{ dueAt: new Date(hour), firedAt: new Date(hour) },
  });
  return id;
}

const stagesOf = async (who: Visitor, query = '') =>
  (await who.get(`/escalations?${query}`)).body.map(({ stage }: { stage: Stage }) => stage);
const acknowledge = (who: Visitor, id: string, body: object = {}) =>
  who.post(`/escalations/${id}/acknowledge`, body);

test.each<[Role, Stage[]]>([
  ['coordinator', ['management', 'breach', 'reminder']],
  ['oversight', ['management', 'breach']],
  ['management', ['management']],
  ['auditor', ['management', 'breach', 'reminder']],
])('%s reads what concerns them, the newest first: %j', async (role, visible) => {
  const somebody = await at.person(role);
  expect(await stagesOf(somebody)).toEqual(visible);
  expect(await stagesOf(somebody, 'stage=reminder')).toEqual(visible.filter((stage) => stage === 'reminder'));
  const { headers } = await somebody.get('/escalations?_end=1');
  expect(headers.get('x-total-count')).toBe(String(visible.length));
});

test('who takes notice first stays on record, with their words, and the log says so', async () => {
  const [first, second] = [await at.person('oversight'), await at.person('admin')];
  const { status, body } = await acknowledge(first, fired.breach, { note: 'Ho sentito la ditta.' });
  expect([status, body.seenBy]).toEqual([200, first.id]);
  expect((await acknowledge(second, fired.breach, { note: 'Anch’io.' })).body.seenBy).toBe(first.id);
  expect(await stagesOf(second, 'seen=true')).toEqual(['breach']);
  expect(await stagesOf(second, 'seen=false')).toEqual(['management', 'reminder']);
  expect((await second.get(`/escalations?_ids=${fired.breach}`)).body).toMatchObject([
    {
      ...{ seenByName: 'oversight', note: 'Ho sentito la ditta.' },
      ...{ caseNumber: row.number, caseKind: 'problem', lat: row.location?.coordinates[1] },
    },
  ]);
  const log = await at.db.getRepository(LogEntry).findBy({ chain: `case:${row.id}` });
  const data = { clock: 'repair', cycle: 1, stage: 'breach' };
  expect(log).toMatchObject([{ name: 'escalation-seen', actorId: first.id, public: false, data }]);
  expect(await at.db.getRepository(Note).countBy({ body: 'Anch’io.' })).toBe(0);
});

test('two at the same moment: one of them stays on record', async () => {
  const id = await fire(await createCase(at.db, town), 'breach');
  const both = await Promise.all([at.person('admin'), at.person('oversight')]);
  const answers = await Promise.all(both.map((who) => acknowledge(who, id)));
  expect(new Set(answers.map(({ body }) => body.seenBy)).size).toBe(1);
  expect(await at.db.getRepository(LogEntry).countBy({ factId: `seen:${id}` })).toBe(1);
});

test.each<[Role, Stage[]]>([
  ['coordinator', ['reminder']],
  ['oversight', ['breach']],
  ['management', ['management']],
  ['admin', [...stages]],
])('%s takes notice of what warns them alone: %j', async (role, own) => {
  const about = await createCase(at.db, town);
  const somebody = await at.person(role);
  for (const stage of stages) {
    const id = await fire(about, stage);
    const { status } = await acknowledge(somebody, id);
    const seen = (await at.db.getRepository(Escalation).findOneByOrFail({ id })).seenBy;
    const visible = role === 'management' ? ['management'] : role === 'oversight' ? stages.slice(1) : stages;
    const refused = visible.includes(stage as never) ? 403 : 404;
    expect([stage, status, seen]).toEqual([
      stage,
      ...(own.includes(stage) ? [200, somebody.id] : [refused, null]),
    ]);
  }
});

test('nobody takes notice of what they do not see', async () => {
  const manager = await at.person('management');
  const stranger = await at.person('coordinator', elsewhere.departmentId);
  expect((await acknowledge(manager, fired.reminder)).status).toBe(404);
  expect((await acknowledge(stranger, fired.reminder)).status).toBe(404);
  expect((await acknowledge(manager, randomUUID())).status).toBe(404);
  expect((await acknowledge(await at.person('auditor'), fired.reminder)).status).toBe(403);
  expect((await acknowledge(manager, fired.management, { words: 'x' })).body.fields).toHaveProperty('words');
  expect(await stagesOf(stranger)).toEqual([]);
  expect(await at.db.getRepository(Escalation).findOneBy({ id: fired.reminder })).toMatchObject({
    seenBy: null,
  });
});

test('a case that was handed on takes its escalations along', async () => {
  const moved = await createCase(at.db, town);
  const id = await fire(moved, 'reminder');
  await at.db.getRepository(Case).update(moved.id, { departmentId: elsewhere.departmentId });
  const [before, now] = [
    await at.person('coordinator', town.departmentId),
    await at.person('coordinator', elsewhere.departmentId),
  ];
  expect((await acknowledge(before, id)).status).toBe(404);
  expect(await stagesOf(now)).toEqual(['reminder']);
  expect((await acknowledge(now, id)).status).toBe(200);
});
