import { randomUUID } from 'node:crypto';
import { Case, Membership, Report } from '../../../db/entities';
import { writeNote } from '../../../db/notes';
import { type Console, createCase, createTown, startConsole, type Town, type Visitor } from '../testing';

const now = Date.now();
const from = (hours: number) => new Date(now + hours * 3_600_000);

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
let operator: Visitor;
/** The cases of the test by what is special about them. */
const ids: Record<string, string> = {};
const crewId = randomUUID();

const point = (lon: number, lat: number) => ({
  type: 'Point' as const,
  coordinates: [lon, lat] as [number, number],
});

const special: Record<string, Partial<Case>> = {
  plain: { dueAt: from(3), priority: 20, address: 'Via Milano 1' },
  late: { dueAt: from(-1), status: 'accepting', stage: 'breach', priority: 10 },
  tie: {
    dueAt: from(3),
    priority: 40,
    danger: 4,
    band: 'P2',
    burstAt: from(-1),
    address: 'Corso 100%_sicuro',
    location: point(8.63, 44.93),
  },
  emergency: { dueAt: from(1), emergency: 'injured', status: 'working', priority: 100, band: 'P1', crewId },
  closed: {
    ...{ dueAt: from(-9), status: 'closed', outcome: 'repaired', reopenAsked: true, priority: 5 },
    burstAt: from(-9),
  },
  rejected: { dueAt: null, status: 'rejected', outcome: 'rejected', priority: 1, kind: 'question' },
};

beforeAll(async () => {
  at = await startConsole();
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  for (const [name, fields] of Object.entries(special))
    ids[name] = (await createCase(at.db, town, { address: 'Via Roma 2', ...fields })).id;
  ids.foreign = (await createCase(at.db, elsewhere, { dueAt: from(2), address: 'Via Milano 9' })).id;
  operator = await at.person('operator');
});
afterAll(() => at.stop());

/** The names of the cases that a query finds, in its order. */
async function find(query: string, who = operator): Promise<string[]> {
  const { status, body } = await who.get(`/cases?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body.map(({ id }: { id: string }) => Object.keys(ids).find((name) => ids[name] === id));
}

test.each([
  ['status=working', ['emergency']],
  ['status=closed&status=rejected', ['closed', 'rejected']],
  ['open=true&status=closed', []],
  ['open=false', ['closed', 'rejected']],
  ['danger=4', ['tie']],
  ['danger=4&danger=2&open=false', ['closed', 'rejected']],
  ['emergency=injured', ['emergency']],
  ['late=true', ['late']],
  ['late=false&open=true', ['emergency', 'foreign', 'tie', 'plain']],
  ['reopenAsked=true', ['closed']],
  ['stage=breach', ['late']],
  [`crewId=${crewId}`, ['emergency']],
  [`crewId=${randomUUID()}`, []],
  ['band=P1', ['emergency']],
  ['band=P1&band=P2', ['emergency', 'tie']],
  ['burst=true', ['tie']],
  ['burst=false&open=true&band=P2', []],
  ['kind=question', ['rejected']],
  ['kind=question&kind=praise&open=true', []],
  ['q=milano', ['foreign', 'plain']],
  ['q=100%25_s', ['tie']],
  ['q=%25', ['tie']],
])('%s finds %j', async (query, names) => {
  expect(await find(query)).toEqual(names);
});

test('departments, categories and ids are asked for by id', async () => {
  expect(await find(`departmentId=${elsewhere.departmentId}`)).toEqual(['foreign']);
  expect(await find(`categoryId=${elsewhere.categoryId}&categoryId=${town.categoryId}&late=true`)).toEqual([
    'late',
  ]);
  expect(await find(`_ids=${ids.tie},${ids.foreign}`)).toEqual(['foreign', 'tie']);
});

test('the nearest to a place come first, without the one that asks', async () => {
  const query = `_sort=distance&near=44.93,8.63&departmentId=${town.departmentId}&open=true`;
  expect((await find(query))[0]).toBe('tie');
  expect(await find(`${query}&except=${ids.tie}`)).not.toContain('tie');
});

test('words are looked for in number, reports and comments, and found in whatever case', async () => {
  const { number } = await at.db.getRepository(Case).findOneByOrFail({ id: ids.tie as string });
  expect(await find(`q=${number.toLowerCase()}`)).toEqual(['tie']);
  const member = await at.db.getRepository(Membership).findOneByOrFail({ caseId: ids.late as string });
  const noteId = await writeNote(at.db.manager, { body: 'Un TOMBINO rotto' });
  await at.db.getRepository(Report).update(member.reportId, { noteId });
  await operator.post(`/cases/${ids.plain}/comments`, { words: 'Anche qui un tombino.' });
  expect(await find('q=tombino')).toEqual(['late', 'plain']);
  expect(await find("q=tombino' OR 1=1 --")).toEqual([]);
});

test('the inbox is sorted by deadline, then by priority; other orders are asked for', async () => {
  const byDeadline = ['closed', 'late', 'emergency', 'foreign', 'tie', 'plain', 'rejected'];
  expect(await find('')).toEqual(byDeadline);
  expect(await find('_sort=dueAt&_order=DESC')).toEqual([
    ...['tie', 'plain', 'foreign', 'emergency', 'late', 'closed', 'rejected'],
  ]);
  const byPriority = await find('_sort=priority&_order=DESC');
  expect([byPriority[0], byPriority[1], byPriority.at(-1)]).toEqual(['emergency', 'tie', 'rejected']);
  expect(await find('_sort=priority&_order=ASC&open=false')).toEqual(['rejected', 'closed']);
});

test('pages follow each other without gaps, with the number of all in a header', async () => {
  const first = await operator.get('/cases?_start=0&_end=4');
  const second = await operator.get('/cases?_start=4&_end=8');
  expect([first.body.length, second.body.length]).toEqual([4, 3]);
  const seen = [...first.body, ...second.body].map(({ id }: { id: string }) => id);
  expect(new Set(seen)).toEqual(new Set(Object.values(ids)));
  for (const { headers } of [first, second]) {
    expect(headers.get('x-total-count')).toBe('7');
    expect(headers.get('x-total-more')).toBeNull();
  }
  const beyond = await operator.get('/cases?_start=100&_end=150');
  expect([beyond.body, beyond.headers.get('x-total-count')]).toEqual([[], '7']);
});

test('counts per state, and of what asks for attention', async () => {
  const { body } = await operator.get('/cases/counts');
  expect(body).toEqual({
    byStatus: { verifying: 3, accepting: 1, working: 1, closed: 1, rejected: 1 },
    ...{ late: 1, emergencies: 1, reopenAsked: 1, bursts: 1 },
  });
  expect((await operator.get('/cases/counts?danger=4')).body.byStatus).toEqual({ verifying: 1 });
});

test('who is bound to a department sees its cases alone, whatever they ask for', async () => {
  const technician = await at.person('technician', elsewhere.departmentId);
  expect(await find('', technician)).toEqual(['foreign']);
  expect(await find(`departmentId=${town.departmentId}`, technician)).toEqual([]);
  expect(await find(`_ids=${ids.late}`, technician)).toEqual([]);
  expect(await find('q=milano', technician)).toEqual(['foreign']);
  expect((await technician.get('/cases')).headers.get('x-total-count')).toBe('1');
  expect((await technician.get('/cases/counts')).body.byStatus).toEqual({ verifying: 1 });
  expect((await technician.get(`/cases/${ids.late}`)).status).toBe(404);
  expect((await technician.get(`/cases/${ids.foreign}`)).status).toBe(200);
});

test('a case about no place is in the list, and is the furthest from anywhere', async () => {
  const { categoryId, departmentId } = await createTown(at.db);
  const here = await createCase(at.db, { categoryId, departmentId, policyId: '' });
  const nowhere = { kind: 'question', location: null, address: null } as const;
  const there = await createCase(at.db, { categoryId, departmentId, policyId: '' }, nowhere);
  const asked = `/cases?departmentId=${departmentId}&_sort=distance&near=0,0`;
  const { body } = await operator.get(asked);
  expect(body.map(({ id, lat }: Case & { lat: number | null }) => [id, lat])).toEqual([
    [here.id, expect.any(Number)],
    [there.id, null],
  ]);
  for (const { id } of [here, there]) await at.db.query('DELETE FROM membership WHERE case_id = $1', [id]);
  await at.db.getRepository(Case).delete([here.id, there.id]);
});

test('distances count from somewhere', async () => {
  const { status, body } = await operator.get('/cases?_sort=distance');
  expect([status, body.fields]).toEqual([422, { near: expect.any(String) }]);
});

test.each([
  'status=lost',
  'danger=5',
  'band=P5',
  'late=perhaps',
  'crewId=1',
  '_sort=snapshot',
  'near=44.9',
  'near=44.9,8.6,1',
  '_start=-1',
  '_ids=x',
  'q=%00',
  'scope=null',
  'near=44.9',
  'near=91,8',
  'near=44.9,8.6;',
  'except=me',
  'kind=joke',
])('%s is refused, and its field is named', async (query) => {
  const { status, body } = await operator.get(`/cases?${query}`);
  expect([status, Object.keys(body.fields)[0]?.split('.')[0]]).toEqual([422, query.split('=')[0]]);
});
