import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import { CaseEventRow, Escalation, LogEntry, Message, Review, User } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Clock } from '../domain/sla/clock';
import type { ReviewPorts } from '../workflows/review/ports';
import { createCaseActivities } from './case';
import { createReviewActivities } from './review';
import { lockReview, recordReview } from './review/record';
import { caseWith, createTown, createUser, factOf, stateOf, type Town } from './testing';

let database: TestDatabase;
let db: DataSource;
let ports: ReviewPorts;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  ports = createReviewActivities({ db, temporal: undefined as never });
  town = await createTown(db);
});
afterAll(() => database.drop());

const hour = 3_600_000;

/** A case one of whose clocks has passed the given stages, as its workflow projects it. */
async function late(stages: ('reminder' | 'breach' | 'management')[] = ['reminder', 'breach'], of = town) {
  const { caseId } = await caseWith(db, of, 1);
  const at = Date.now();
  const clock = {
    ...{ kind: 'repair', cycle: 1, turn: 1, status: 'running', startedAt: at - hour, stoppedAt: null },
    ...{ plan: { remindAt: null, dueAt: at, escalateAt: null }, source: 'policy' },
    policy: { departmentId: of.departmentId },
    fired: stages.map((stage) => ({ stage, cause: 'time', at })),
  } as unknown as Clock;
  const state = stateOf(caseId, of, { clocks: [clock], version: 2 });
  const facts = stages.map((name) => factOf(name, { clock: 'repair', stage: name, cycle: 1, at }));
  const { recordCase } = createCaseActivities({
    ...{ db, temporal: undefined as never, slaSpeed: 1 },
    signals: { toCase: async () => {}, toReport: async () => {} },
  });
  await recordCase({ state, facts });
  return { caseId, again: () => recordCase({ state, facts }) };
}

const reviewOf = (caseId: string) => db.getRepository(Review).findOneByOrFail({ caseId });
const inDays = (days: number) => new Date(Date.now() + days * 24 * hour);

async function find(
  review: Review,
  ownerId: string,
  followUpAt: Date,
  causes = ['load'] as Review['causes'],
) {
  await db.transaction(async (tx) => {
    const act = { name: 'find', causes, ownerId, followUpAt: followUpAt.getTime() } as const;
    const said = { actor: { kind: 'user', id: ownerId } as const, at: new Date(), noteId: null };
    await recordReview(tx, await lockReview(tx, review.id), act, said);
  });
}

const eventsOf = async (caseId: string) =>
  (await db.getRepository(CaseEventRow).find({ where: { caseId }, order: { seq: 'ASC' } }))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('review'));

test('every breach opens one review, by its own id, however often it is projected', async () => {
  const { caseId, again } = await late(['reminder', 'breach', 'management']);
  await again();
  const breach = await db.getRepository(Escalation).findOneByOrFail({ caseId, stage: 'breach' });
  expect(await db.getRepository(Review).findBy({ caseId })).toMatchObject([
    {
      ...{ id: breach.id, departmentId: town.departmentId, clock: 'repair', openedAt: breach.firedAt },
      ...{ status: 'open', causes: [], version: 0 },
    },
  ]);
  expect(await eventsOf(caseId)).toEqual(['review-opened']);
});

test('a reminder opens none', async () => {
  const { caseId } = await late(['reminder']);
  expect(await db.getRepository(Review).countBy({ caseId })).toBe(0);
});

test('on the day of the follow-up its owner hears of it, once', async () => {
  const { caseId } = await late();
  const review = await reviewOf(caseId);
  expect(await ports.followUpOf(review.id)).toBeNull();
  const [owner, followUpAt] = [await createUser(db, 'coordinator'), inDays(1)];
  await find(review, owner, followUpAt);
  expect(await ports.followUpOf(review.id)).toBe(followUpAt.getTime());
  const due = { reviewId: review.id, followUpAt: followUpAt.getTime() };
  await ports.fallDue(due);
  await ports.fallDue(due);
  expect(await reviewOf(caseId)).toMatchObject({ status: 'due', version: 2 });
  expect(await ports.followUpOf(review.id)).toBeNull();
  expect(await db.getRepository(Message).findBy({ caseId, event: 'review-due' })).toMatchObject([
    { recipientKind: 'user', recipientId: owner, data: { reviewId: review.id } },
  ]);
  const log = await db.getRepository(LogEntry).findBy({ chain: `case:${caseId}`, name: 'review-due' });
  expect(log).toMatchObject([{ actorKind: 'system', public: false, data: { reviewId: review.id } }]);
  // It waits for people before somebody says what is changed, and again when the day has come.
  expect(await eventsOf(caseId)).toEqual(['review-opened', 'review-closed', 'review-opened']);
});

test('the timer of a day that was put off says nothing', async () => {
  const { caseId } = await late();
  const [review, owner, first] = [await reviewOf(caseId), await createUser(db, 'oversight'), inDays(1)];
  await find(review, owner, first);
  await find(review, owner, inDays(2));
  await ports.fallDue({ reviewId: review.id, followUpAt: first.getTime() });
  expect(await reviewOf(caseId)).toMatchObject({ status: 'following', version: 2 });
  expect(await db.getRepository(Message).countBy({ caseId, event: 'review-due' })).toBe(0);
  expect(await eventsOf(caseId)).toEqual(['review-opened', 'review-closed']);
});

test('coordinators stand in for an owner who has left', async () => {
  const of = await createTown(db);
  const { caseId } = await late(undefined, of);
  const [review, owner, followUpAt] = [await reviewOf(caseId), await createUser(db, 'admin'), inDays(1)];
  const [coordinator, stranger] = [await createUser(db, 'coordinator'), await createUser(db, 'coordinator')];
  await db.getRepository(User).update(coordinator, { departmentId: of.departmentId });
  await db.getRepository(User).update(stranger, { departmentId: town.departmentId });
  await find(review, owner, followUpAt);
  await db.getRepository(User).update(owner, { active: false });
  await ports.fallDue({ reviewId: review.id, followUpAt: followUpAt.getTime() });
  expect(await db.getRepository(Message).findBy({ caseId, event: 'review-due' })).toMatchObject([
    { recipientId: coordinator },
  ]);
});

test('a cause that is found for the third time at one department is said to the management, once', async () => {
  const [of, elsewhere, manager] = [
    await createTown(db),
    await createTown(db),
    await createUser(db, 'management'),
  ];
  const owner = await createUser(db, 'admin');
  const reviews = [];
  for (const where of [of, of, elsewhere, of, of])
    reviews.push(await reviewOf((await late(undefined, where)).caseId));
  const heard = async () =>
    (await db.getRepository(Message).findBy({ event: 'cause-recurs', recipientId: manager })).map(
      ({ data }) => data,
    );
  for (const review of reviews.slice(0, 3)) await find(review, owner, inDays(1), ['materials', 'load']);
  // Said anew of the same review it counts once.
  await find(reviews[0]!, owner, inDays(2), ['materials']);
  expect(await heard()).toEqual([]);
  await find(reviews[3]!, owner, inDays(1), ['materials']);
  expect(await heard()).toEqual([{ reviewId: reviews[3]!.id, cause: 'materials' }]);
  await find(reviews[4]!, owner, inDays(1), ['materials']);
  expect(await heard()).toHaveLength(1);
  const { caseId } = reviews[3]!;
  expect(await db.getRepository(LogEntry).countBy({ chain: `case:${caseId}`, name: 'cause-recurs' })).toBe(1);
});

test('two causes that become recurring at once are both said and logged', async () => {
  const [of, owner, manager] = [
    await createTown(db),
    await createUser(db, 'admin'),
    await createUser(db, 'management'),
  ];
  const reviews: Review[] = [];
  for (let n = 0; n < 3; n++) reviews.push(await reviewOf((await late(undefined, of)).caseId));
  for (const review of reviews) await find(review, owner, inDays(1), ['access', 'supplier']);
  expect(await db.getRepository(Message).countBy({ event: 'cause-recurs', recipientId: manager })).toBe(2);
  const { caseId } = reviews[2]!;
  const log = await db.getRepository(LogEntry).findBy({ chain: `case:${caseId}`, name: 'cause-recurs' });
  expect(log.map(({ data }) => data.cause).sort()).toEqual(['access', 'supplier']);
});

test('of two that are found at the same moment one makes the cause recurring', async () => {
  const [of, owner, manager] = [
    await createTown(db),
    await createUser(db, 'admin'),
    await createUser(db, 'management'),
  ];
  const reviews: Review[] = [];
  for (let n = 0; n < 4; n++) reviews.push(await reviewOf((await late(undefined, of)).caseId));
  await find(reviews[0]!, owner, inDays(1), ['weather']);
  await Promise.all(reviews.slice(1).map((review) => find(review, owner, inDays(1), ['weather'])));
  expect(await db.getRepository(Message).countBy({ event: 'cause-recurs', recipientId: manager })).toBe(1);
});

test('what is not there is not waited for', async () => {
  const missing = ports.followUpOf(randomUUID());
  await expect(missing).rejects.toThrow(ApplicationFailure);
  await expect(missing).rejects.toMatchObject({ type: 'not-found', nonRetryable: true });
});
