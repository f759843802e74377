import { randomUUID } from 'node:crypto';
import { Case, Note } from '../../db/entities';
import { type CommandName, commandNames } from '../../domain/case/commands';
import { may } from '../../domain/permissions';
import { roles } from '../../domain/vocabulary';
import type { Route } from './route';
import { consoleRoutes } from './router';
import { type Console, createCase, createTown, startConsole, type Visitor } from './testing';

let at: Console;
let routes: Route[];
beforeAll(async () => {
  at = await startConsole();
  routes = consoleRoutes(at.deps);
});
afterAll(() => at.stop());

/** Asks with nothing in it; a stream of events is left as soon as it begins. */
async function ask(who: Visitor, { method, path }: Route, headers: Record<string, string> = {}) {
  const response = await fetch(who.url + path.replaceAll(/:\w+/g, () => randomUUID()), {
    method: method.toUpperCase(),
    headers: { Cookie: who.cookie, 'X-CSRF-Token': who.csrf, ...headers },
  });
  const refused = response.status === 401 || response.status === 403;
  const code = refused ? ((await response.json()) as { code: string }).code : '';
  await response.body?.cancel().catch(() => {});
  return `${response.status} ${code}`.trim();
}

/** What each route answered, by its name. */
async function askAll(wanted: Route[], asked: (route: Route) => Promise<string>) {
  const answers: Record<string, string> = {};
  for (const route of wanted) answers[`${route.method} ${route.path}`] = await asked(route);
  return answers;
}

const all = (wanted: Route[], answer: string) => askAll(wanted, async () => answer);

test('every route is named once', () => {
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(60);
});

test('nobody gets anything without a session', async () => {
  const nobody = at.visitor();
  expect(await askAll(routes, (route) => ask(nobody, route))).toEqual(await all(routes, '401 not-signed-in'));
});

test.each(['', 'forged'])('nothing is written with the token "%s"', async (csrf) => {
  const admin = await at.person('admin');
  const writes = routes.filter(({ method }) => method !== 'get');
  const answers = await askAll(writes, (route) => ask(admin, route, { 'X-CSRF-Token': csrf }));
  expect(answers).toEqual(await all(writes, '403 bad-csrf'));
});

test.each(roles)('%s gets through where the table says so, and nowhere else', async (role) => {
  const somebody = await at.person(role);
  const guess = async (route: Route) => (may(role, route.action) ? 'through' : '403 forbidden');
  const answers = await askAll(routes, async (route) => {
    const answer = await ask(somebody, route);
    return /^(200|404|422)$/.test(answer) ? 'through' : answer;
  });
  expect(answers).toEqual(await askAll(routes, guess));
});

test('who only watches writes nothing but their own kind of thing', () => {
  const writes = (role: (typeof roles)[number]) =>
    routes.filter(({ method, action }) => method !== 'get' && may(role, action)).map(({ path }) => path);
  // Commands and their pictures have a guard of their own, by the command; how far one has read is one's own.
  const guarded = ['/cases/:id/commands', '/cases/:id/photos', '/cases/:id/threads/:thread/read'];
  const said = ['/cases/:id/comments', '/cases/:id/messages', '/cases/:id/questions/:question/answer'];
  const reviewing = ['/reviews/findings', '/reviews/:id/views', '/reviews/:id/close', '/reviews/:id/reopen'];
  const watching = [...guarded, ...said, ...reviewing, '/escalations/:id/acknowledge'].sort();
  expect(writes('auditor').sort()).toEqual(['/audit/:id/replay', ...guarded].sort());
  expect(writes('management').sort()).toEqual([...watching, '/dossiers'].sort());
  expect(writes('oversight').sort()).toEqual(watching);
});

const [id, note] = [randomUUID(), 'Perché sì'];
const judged = { categoryRight: true, dangerRight: true, descriptionRight: true, timely: true };
const bodies: Record<CommandName, object> = {
  verify: {},
  reject: { note, reason: 'abusive' },
  answer: { note },
  reroute: { note, departmentId: id, categoryId: id },
  accept: {},
  'make-safe': { crewId: id },
  'made-safe': {},
  assign: { assignee: { kind: 'crew', id } },
  unassign: {},
  start: {},
  pause: { note, reason: 'supplier' },
  resume: { pauseId: id },
  'mark-repaired': { procedure: note, hours: 1, cost: 1, crewId: id },
  qualify: { real: true, categoryId: id, danger: 1, ...judged },
  close: { outcome: 'repaired' },
  'decide-reopen': { note, reopen: true },
  recall: { note },
  merge: { note, intoCaseId: id },
  split: { note, reportIds: [id] },
  unmerge: { note },
  'import-deadline': { note, dueAt: 1 },
  ask: { note, of: { kind: 'supplier', id }, dueAt: Date.now() + 3_600_000 },
  'withdraw-question': { questionId: id },
  'hand-over': { note, to: { kind: 'supplier', id } },
  'answer-handover': { handoverId: id, taken: true },
  'withdraw-handover': { handoverId: id },
  'open-part': { note, departmentId: id, categoryId: id },
};

test('each command has its own guard, and a refused one leaves no words', async () => {
  const row = await createCase(at.db, await createTown(at.db));
  const notes = await at.db.getRepository(Note).count();
  for (const role of roles) {
    const somebody = await at.person(role);
    for (const name of commandNames.filter((command) => !may(role, `command.${command}`))) {
      const body = { name, commandId: randomUUID(), ...bodies[name] };
      const { status, body: answer } = await somebody.post(`/cases/${row.id}/commands`, body);
      expect([role, name, status, answer.code]).toEqual([role, name, 403, 'forbidden']);
    }
  }
  expect(await at.db.getRepository(Note).count()).toBe(notes);
  expect(await at.db.getRepository(Case).findOneBy({ id: row.id })).toEqual(row);
});
