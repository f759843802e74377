import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../../activities/emergency/testing';
import { lockCase } from '../../../activities/projection';
import { Case, Escalation, LogEntry, Note, Review, User } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import type { Role } from '../../../domain/vocabulary';
import { type Console, createCase, createTown, startConsole, type Town, type Visitor } from '../testing';

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
let coordinator: Visitor;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  coordinator = await at.person('coordinator', town.departmentId);
});
afterAll(() => at.stop());

/** A missed deadline with its review, as the projection leaves them. */
async function missed({ departmentId }: Town, change: Partial<Review> = {}, about?: Case): Promise<Review> {
  const { id: caseId } =
    about ?? (await createCase(at.db, departmentId === town.departmentId ? town : elsewhere));
  const id = randomUUID();
  const openedAt = new Date(Date.now() - 3_600_000);
  const clock = 'repair' as const;
  await at.db.getRepository(Escalation).insert({
    ...{ id, caseId, departmentId, clock, cycle: 1, turn: 1, stage: 'breach', cause: 'time' },
    ...{ dueAt: openedAt, firedAt: openedAt },
  });
  await at.db.getRepository(Review).insert({ id, caseId, departmentId, clock, openedAt, ...change });
  return at.db.getRepository(Review).findOneByOrFail({ id });
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const finding = (reviews: Review[], change: object = {}) => ({
  reviews: reviews.map(({ id, version }) => ({ id, version })),
  ...{ causes: ['materials', 'routing'], note: 'Teniamo i chiusini in magazzino.', ownerId: coordinator.id },
  followUpOn: dayIn(30),
  ...change,
});
const rowOf = (id: string) => at.db.getRepository(Review).findOneByOrFail({ id });

test('who was there says why, who changes what, and by when; then how it ended', async () => {
  const review = await missed(town);
  expect((await coordinator.post('/reviews/findings', finding([review]))).body).toEqual({ found: 1 });
  const technician = await at.person('technician', town.departmentId);
  const view = { viewId: randomUUID(), note: 'Mancava anche il furgone.' };
  await technician.post(`/reviews/${review.id}/views`, view);
  const { body } = await technician.post(`/reviews/${review.id}/views`, view);
  expect(await at.db.getRepository(Note).countBy({ body: view.note })).toBe(1);
  expect(body).toMatchObject({
    ...{ status: 'following', version: 1, causes: ['materials', 'routing'], ownerName: 'coordinator' },
    ...{ note: 'Teniamo i chiusini in magazzino.', mayDecide: false, maySay: true },
  });
  expect(new Date(body.followUpAt).toISOString().slice(0, 10)).toBe(dayIn(30));
  const told = body.timeline.filter(({ name }: { name: string }) => name.startsWith('review'));
  expect(told).toMatchObject([
    { name: 'review-found', words: 'Teniamo i chiusini in magazzino.', actor: { name: 'coordinator' } },
    { name: 'review-view', words: 'Mancava anche il furgone.', actor: { name: 'technician' } },
  ]);

  const closing = { version: 1, outcome: 'improved', training: true, note: 'Corso fatto.' };
  const closed = await coordinator.post(`/reviews/${review.id}/close`, closing);
  expect(closed.body).toMatchObject({
    status: 'closed',
    outcome: 'improved',
    training: true,
    outcomeNote: 'Corso fatto.',
  });
  const reopened = await coordinator.post(`/reviews/${review.id}/reopen`, {
    version: 2,
    note: 'È successo ancora.',
  });
  expect(reopened.body).toMatchObject({ status: 'open', outcome: null, causes: ['materials', 'routing'] });
});

test('several are found at once, or none of them', async () => {
  const [one, other, stranger] = [await missed(town), await missed(town), await missed(elsewhere)];
  const refused = await coordinator.post('/reviews/findings', finding([one, other, stranger]));
  expect(refused.status).toBe(404);
  expect(await rowOf(one.id)).toMatchObject({ status: 'open', version: 0 });
  expect(await at.db.getRepository(LogEntry).countBy({ chain: `case:${one.caseId}` })).toBe(0);
  const words = await at.db.getRepository(Note).countBy({ body: 'Teniamo i chiusini in magazzino.' });
  expect((await coordinator.post('/reviews/findings', finding([one, other]))).body).toEqual({ found: 2 });
  expect(await rowOf(other.id)).toMatchObject({ status: 'following', ownerId: coordinator.id });
  expect(await at.db.getRepository(Note).countBy({ body: 'Teniamo i chiusini in magazzino.' })).toBe(
    words + 2,
  );
});

test('who has not seen how it stands decides nothing', async () => {
  const review = await missed(town);
  await coordinator.post('/reviews/findings', finding([review]));
  const again = await coordinator.post('/reviews/findings', finding([review]));
  expect([again.status, again.body.code]).toEqual([409, 'conflict']);
  const both = await Promise.all(
    ['improved', 'worse'].map((outcome) =>
      coordinator.post(`/reviews/${review.id}/close`, { version: 1, outcome, training: false }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('two who find many at the same moment do not hold one another up', async () => {
  const reviews: Review[] = [];
  for (let n = 0; n < 6; n++) reviews.push(await missed(town));
  const answers = await Promise.all([
    coordinator.post('/reviews/findings', finding(reviews.slice(0, 4))),
    coordinator.post('/reviews/findings', finding(reviews.slice(2).toReversed())),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('more at once than there are ways to the database come one after the other', async () => {
  const reviews: Review[] = [];
  for (let n = 0; n < 20; n++) reviews.push(await missed(town));
  const answers = await Promise.all(
    reviews.map((review) => coordinator.post('/reviews/findings', finding([review]))),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
}, 20_000);

test('who projects the case at that moment and who finds its review do not wait for one another', async () => {
  const review = await missed(town);
  const factId = randomUUID();
  const projecting = at.db.transaction(async (tx) => {
    await lockCase(tx, review.caseId);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const actor = { kind: 'system', id: null } as const;
    const entry = { chain: `case:${review.caseId}`, factId, name: 'priority-changed', actor, public: false };
    await appendLog(tx, { ...entry, at: new Date() });
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const found = await coordinator.post('/reviews/findings', finding([review]));
  await projecting;
  expect(found.status).toBe(200);
});

test('whoever takes care of it may say that it is done, and nobody else in the field', async () => {
  const [owner, colleague] = [
    await at.person('technician', town.departmentId),
    await at.person('technician', town.departmentId),
  ];
  const review = await missed(town);
  await coordinator.post('/reviews/findings', finding([review], { ownerId: owner.id }));
  expect((await owner.get(`/reviews/${review.id}`)).body).toMatchObject({ mayDecide: true });
  expect((await colleague.get(`/reviews/${review.id}`)).body).toMatchObject({ mayDecide: false });
  const closing = { version: 1, outcome: 'improved', training: false };
  expect((await colleague.post(`/reviews/${review.id}/close`, closing)).status).toBe(403);
  expect((await owner.post(`/reviews/${review.id}/close`, closing)).status).toBe(200);
});

test('what is said in a review is read there alone', async () => {
  const review = await missed(town);
  const technician = await at.person('technician', town.departmentId);
  await technician.post(`/reviews/${review.id}/views`, {
    viewId: randomUUID(),
    note: 'Ero malato quel giorno.',
  });
  const operator = await at.person('operator');
  for (const who of [operator, coordinator]) {
    const page = await who.get(`/cases/${review.caseId}`);
    expect(page.body.timeline.map(({ name }: { name: string }) => name)).toContain('review-view');
    expect(JSON.stringify(page.body)).not.toContain('malato');
    expect((await who.get(`/words?q=malato`)).body).toEqual([]);
  }
  expect(JSON.stringify((await coordinator.get(`/reviews/${review.id}`)).body)).toContain('malato');
});

test('a department that no longer has the case sees it until it went', async () => {
  const review = await missed(town);
  const log = (name: string, minutes: number) =>
    at.db.transaction((tx) =>
      appendLog(tx, {
        ...{ chain: `case:${review.caseId}`, factId: randomUUID(), name, public: false },
        ...{
          at: new Date(review.openedAt.getTime() + minutes * 60_000),
          actor: { kind: 'system', id: null },
        },
      }),
    );
  await log('accepted', 1);
  await log('rerouted', 2);
  await log('commented', 3);
  await at.db.getRepository(Case).update(review.caseId, { departmentId: elsewhere.departmentId });
  await coordinator.post('/reviews/findings', finding([review]));
  const names = async (who: Visitor) =>
    (await who.get(`/reviews/${review.id}`)).body.timeline.map(({ name }: { name: string }) => name);
  expect(await names(coordinator)).toEqual(['accepted', 'rerouted', 'review-found']);
  expect(await names(await at.person('oversight'))).toEqual([
    'accepted',
    'rerouted',
    'commented',
    'review-found',
  ]);
});

test.each<[string, object, string]>([
  ['no cause', { causes: [] }, 'causes'],
  ['a cause twice', { causes: ['load', 'load'] }, 'causes'],
  ['an unknown cause', { causes: ['fate'] }, 'causes.0'],
  ['no words', { note: ' ' }, 'note'],
  ['a day that has passed', { followUpOn: '2020-01-01' }, 'followUpOn'],
  ['a day that is no day', { followUpOn: '2027-02-30' }, 'followUpOn'],
  ['a day years away', { followUpOn: dayIn(800) }, 'followUpOn'],
  ['nobody', { ownerId: randomUUID() }, 'ownerId'],
  ['no reviews', { reviews: [] }, 'reviews'],
  ['something else', { blame: 'Mario' }, 'blame'],
])('%s is refused, and nothing is written', async (_what, change, field) => {
  const review = await missed(town);
  const { status, body } = await coordinator.post('/reviews/findings', finding([review], change));
  expect([status, Object.keys(body.fields)]).toEqual([422, [field]]);
  expect(await rowOf(review.id)).toMatchObject({ status: 'open', version: 0 });
});

test('the owner works at the department or for the whole municipality', async () => {
  const review = await missed(town);
  const stranger = await at.person('technician', elsewhere.departmentId);
  const left = await at.person('oversight');
  await at.db.getRepository(User).update(left.id, { active: false });
  for (const { id: ownerId } of [stranger, left])
    expect((await coordinator.post('/reviews/findings', finding([review], { ownerId }))).status).toBe(422);
  const { body } = await coordinator.get(`/reviews/owners?departmentId=${elsewhere.departmentId}`);
  const known = body.map(({ id }: { id: string }) => id);
  expect(known).toContain(coordinator.id);
  expect(known).not.toContain(stranger.id);
  expect(body[0]).not.toHaveProperty('email');
  const { id: ownerId } = await at.person('management');
  expect((await coordinator.post('/reviews/findings', finding([review], { ownerId }))).status).toBe(200);
});

test.each<[Role, number, number]>([
  ['technician', 403, 200],
  ['oversight', 200, 200],
  ['management', 200, 200],
  ['auditor', 403, 403],
  ['operator', 403, 403],
])('%s: to find answers %d, to say something %d', async (role, toFind, toSay) => {
  const who = await at.person(role);
  const review = await missed(town);
  const view = { viewId: randomUUID(), note: 'Io c’ero.' };
  expect((await who.post(`/reviews/${review.id}/views`, view)).status).toBe(toSay);
  expect((await who.post('/reviews/findings', finding([review]))).status).toBe(toFind);
});

test('nobody outside the department learns of it', async () => {
  const review = await missed(elsewhere);
  expect((await coordinator.get(`/reviews/${review.id}`)).status).toBe(404);
  const { body } = await coordinator.get('/reviews?_end=1000');
  expect(body.map(({ id }: { id: string }) => id)).not.toContain(review.id);
  const view = { viewId: randomUUID(), note: 'x' };
  expect((await coordinator.post(`/reviews/${review.id}/views`, view)).status).toBe(404);
});

test('lists are read by status, cause, owner and case', async () => {
  const about = await createCase(at.db, town);
  const mine = await missed(town, { causes: ['access'], status: 'due', ownerId: coordinator.id }, about);
  const found = async (query: string) => {
    const answer = await coordinator.get(`/reviews?caseId=${about.id}&${query}`);
    return [answer.body.map(({ id }: { id: string }) => id), answer.headers.get('x-total-count')];
  };
  expect(await found('status=due&status=open')).toEqual([[mine.id], '1']);
  expect(await found('cause=access&cause=load')).toEqual([[mine.id], '1']);
  expect(await found(`ownerId=${coordinator.id}`)).toEqual([[mine.id], '1']);
  expect(await found('cause=load')).toEqual([[], '0']);
  expect(await found('status=closed')).toEqual([[], '0']);
});

test('causes stand in the order of their number, and those that recur with their department', async () => {
  const own = await createTown(at.db);
  const watcher = await at.person('coordinator', own.departmentId);
  for (const causes of [['load'], ['load', 'weather'], ['load']] as Review['causes'][])
    await missed(own, { causes, foundAt: new Date() }, await createCase(at.db, own));
  const period = `from=${dayIn(-30)}&to=${dayIn(0)}`;
  const { body } = await watcher.get(`/reviews/causes?${period}`);
  expect(body).toEqual({
    bars: [
      { name: 'load', count: 3, share: 0.75, cumulative: 0.75 },
      { name: 'weather', count: 1, share: 0.25, cumulative: 1 },
    ],
    recurring: [{ departmentId: own.departmentId, cause: 'load', count: 3 }],
    times: 3,
  });
  const before = `from=${dayIn(-90)}&to=${dayIn(-60)}`;
  // What recurs is what the management was told, whatever the bars are of.
  expect((await watcher.get(`/reviews/causes?${before}`)).body).toMatchObject({
    ...{ bars: [], recurring: [{ cause: 'load', count: 3 }] },
  });
  await at.db.query(`UPDATE review SET found_at = now() - interval '91 days' WHERE department_id = $1`, [
    own.departmentId,
  ]);
  expect((await watcher.get(`/reviews/causes?${period}`)).body.recurring).toEqual([]);
});
