import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Case, ExposurePlace, LogEntry, Qualification, type Report } from '../db/entities';
import { appendLog } from '../db/log';
import { writeNote } from '../db/notes';
import { erasePerson } from '../db/privacy/erase';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { openCase } from './opening';
import { weighAll, weighCases, weighFree } from './priority';
import { lockCase, project } from './projection';
import { caseWith, createPerson, createReport, createTown, factOf, stateOf, type Town } from './testing';

const hour = 3_600_000;
const day = 24 * hour;
const how = { slaSpeed: 1 };

let database: TestDatabase;
let db: DataSource;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  town = await createTown(db);
});
afterAll(() => database.drop());

const rowOf = (id: string) => db.getRepository(Case).findOneByOrFail({ id });
const told = (caseId: string) =>
  db.getRepository(LogEntry).findBy({ chain: `case:${caseId}`, name: 'priority-changed' });

async function weighed(caseId: string, now?: Date): Promise<Case> {
  await db.transaction(async (tx) => {
    await lockCase(tx, caseId);
    await weighCases(tx, [caseId], { ...how, now });
  });
  return rowOf(caseId);
}

/** A report more on a case, and the case as it is weighed then. */
async function joined(caseId: string, with_: Partial<Report> = {}): Promise<Case> {
  const { id } = await createReport(db, town, with_);
  await db.query('INSERT INTO membership (report_id, case_id) VALUES ($1, $2)', [id, caseId]);
  return weighed(caseId);
}

async function newCase(with_: Partial<Report> = {}): Promise<string> {
  const report = await createReport(db, town, with_);
  const caseId = await db.transaction((tx) => openCase(tx, report));
  await db.query('INSERT INTO membership (report_id, case_id) VALUES ($1, $2)', [report.id, caseId]);
  return caseId;
}

/** A case that a technician has judged, with this person's report. */
async function judged(reporter: Partial<Report>, found: Partial<Qualification>, taken = true): Promise<void> {
  const caseId = await newCase(reporter);
  const id = randomUUID();
  await db.getRepository(Qualification).insert({
    ...{ id, caseId, cycle: 1, real: true, categoryId: town.categoryId, categoryRight: true, danger: 3 },
    ...{ dangerRight: true, descriptionRight: true, timely: true, recordedBy: randomUUID(), ...found },
  });
  const entry = { factId: '9.0', name: 'qualified', at: new Date(), public: false };
  const actor = { kind: 'user', id: randomUUID() } as const;
  if (taken)
    await db.transaction((tx) =>
      appendLog(tx, { chain: `case:${caseId}`, ...entry, actor, data: { qualificationId: id } }),
    );
}

test('a case opens with a priority, and the first weighing adds no line to its timeline', async () => {
  const caseId = await newCase({ danger: 4 });
  expect(await rowOf(caseId)).toMatchObject({ priority: 23, band: 'P3', priorityParts: null });
  expect(await weighed(caseId)).toMatchObject({
    ...{ priority: 23, band: 'P3', burstAt: null },
    priorityParts: {
      points: { emergency: 0, danger: 23, people: 0, place: 0, deadline: 0, age: 0 },
      reasons: {
        danger: { by: 'reporters', level: 4 },
        people: { counted: 1, confirmed: 0, held: 0 },
        ...{ place: null, deadline: null, days: 0 },
      },
    },
  });
  expect(await told(caseId)).toEqual([]);
});

test('it grows with people, who are told apart by address, then cookie, then not at all', async () => {
  const caseId = await newCase();
  const points = async (with_: Partial<Report>) => (await joined(caseId, with_)).priorityParts?.points.people;
  const person = await createPerson(db);
  const unconfirmed = await createPerson(db, false);
  const cookie = randomBytes(32);
  expect(await points({ personId: person.id, clientHash: null })).toBe(4);
  expect(await points({ personId: person.id })).toBe(4);
  expect(await points({ clientHash: cookie, personId: unconfirmed.id })).toBe(6);
  expect(await points({ clientHash: cookie })).toBe(6);
  expect(await points({ clientHash: null, channel: 'api' })).toBe(8);
  expect(await points({ clientHash: null, channel: 'api' })).toBe(8);
  expect(await points({ clientHash: null, channel: 'phone', enteredBy: randomUUID() })).toBe(9);
  expect(await points({ clientHash: null, channel: 'letter', enteredBy: randomUUID() })).toBe(10);
  expect((await rowOf(caseId)).priorityParts?.reasons.people).toEqual({ counted: 6, confirmed: 1, held: 0 });
});

test('people who were erased count as one that nothing is known of', async () => {
  const caseId = await newCase();
  const people = [await createPerson(db), await createPerson(db)];
  for (const { id: personId } of people) await joined(caseId, { personId });
  const actor = { kind: 'user', id: randomUUID() } as const;
  for (const { id } of people)
    await erasePerson(db, id, { actor, reason: 'request', dataDir: '/nonexistent' });
  expect((await weighed(caseId)).priorityParts?.reasons.people).toEqual({
    counted: 2,
    confirmed: 0,
    held: 0,
  });
});

test.each<[string, number, Partial<Qualification>, boolean, number]>([
  ['who was right five times', 5, {}, true, 20],
  ['who always exaggerated', 5, { danger: 1 }, true, 15],
  ['who reported what was not there', 5, { real: false }, true, 10],
  ['who was judged four times', 4, { real: false }, true, 15],
  ['judgements that the case did not take', 5, { real: false }, false, 15],
])('danger: %s', async (_what, times, found, taken, points) => {
  const reporter = { personId: (await createPerson(db)).id, byOwner: true, danger: 3 as const };
  for (let n = 0; n < times; n++) await judged(reporter, found, taken);
  const danger = async () => (await weighed(await newCase(reporter))).priorityParts?.points.danger;
  expect(await danger()).toBe(points);
  // Whoever switches it off is weighed as somebody unknown.
  await db.query('UPDATE person SET standing_off_at = now() WHERE id = $1', [reporter.personId]);
  expect(await danger()).toBe(15);
});

test('danger: whoever types the address of somebody else neither harms nor uses their standing', async () => {
  const { id: personId } = await createPerson(db);
  const [owner, stranger] = [
    { personId, byOwner: true, danger: 3 as const },
    { personId, byOwner: false, danger: 3 as const },
  ];
  const danger = async (by: Partial<Report>) =>
    (await weighed(await newCase(by))).priorityParts?.points.danger;
  for (let n = 0; n < 5; n++) await judged(owner, {});
  for (let n = 0; n < 20; n++) await judged(stranger, { real: false });
  expect([await danger(owner), await danger(stranger)]).toEqual([20, 15]);
  // Nor where both tell of the same: the owner's 2 would be 10 points, 4 of somebody unknown are 23.
  const caseId = await newCase({ ...owner, danger: 2 });
  expect((await weighed(caseId)).priorityParts?.points.danger).toBe(10);
  expect((await joined(caseId, { ...stranger, danger: 4 })).priorityParts?.points.danger).toBe(23);
});

test('danger: nobody is profiled by a cookie, and a browser is not judged with its owner', async () => {
  const clientHash = randomBytes(32);
  for (let n = 0; n < 5; n++)
    await judged(
      { clientHash, danger: 3, personId: (await createPerson(db)).id, byOwner: true },
      { real: false },
    );
  expect((await weighed(await newCase({ clientHash, danger: 3 }))).priorityParts?.points.danger).toBe(15);
});

test('danger: what came after a judgement is not judged by it, and an appeal that is upheld sets it right', async () => {
  const reporter = { personId: (await createPerson(db)).id, byOwner: true, danger: 3 as const };
  const danger = async () => (await weighed(await newCase(reporter))).priorityParts?.points.danger;
  for (let n = 0; n < 5; n++) await judged(reporter, { real: false });
  expect(await danger()).toBe(10);
  const noteId = await writeNote(db.manager, { body: 'C’era, eccome.' });
  await db.query(
    `INSERT INTO appeal (id, report_id, note_id, state)
     SELECT gen_random_uuid(), r.id, $2, 'upheld' FROM report r JOIN membership m ON m.report_id = r.id
     JOIN qualification q ON q.case_id = m.case_id WHERE r.person_id = $1`,
    [reporter.personId, noteId],
  );
  expect(await danger()).toBe(20);
  await db.query(`UPDATE report SET received_at = now() + interval '1 hour' WHERE person_id = $1`, [
    reporter.personId,
  ]);
  expect(await danger()).toBe(15);
});

test('what is near, and how much of the time is used', async () => {
  const caseId = await newCase({ location: { type: 'Point', coordinates: [8.61234, 44.91234] } });
  // 0.0005 degrees of longitude are 39 metres here.
  const around = (kind: ExposurePlace['kind'], name: string, east: number) => ({
    ...{ id: randomUUID(), kind, name },
    area: {
      type: 'LineString' as const,
      coordinates: [
        [8.61234 + east, 44.91],
        [8.61234 + east, 44.92],
      ],
    },
  });
  const places = db.getRepository(ExposurePlace);
  await places.insert([around('school', 'Scuola', 0.0005), around('main-road', 'Via', 0.0005)]);
  await places.insert(around('hospital', 'Ospedale', 0.0025));
  await db.query(
    `INSERT INTO case_clock (case_id, kind, cycle, turn, status, started_at, due_at, source)
     VALUES ($1, 'repair', 1, 1, 'running', now() - interval '8 days', now() + interval '2 days', 'policy'),
            ($1, 'verification', 1, 1, 'met', now() - interval '8 days', now() - interval '7 days', 'policy'),
            ($1, 'rating', 1, 1, 'running', now() - interval '8 days', now() - interval '7 days', 'policy')`,
    [caseId],
  );
  const { priorityParts } = await weighed(caseId);
  await places.clear();
  expect(priorityParts).toMatchObject({
    points: { place: 9, deadline: 12 },
    reasons: { place: { kind: 'school', name: 'Scuola', metres: 39 }, deadline: { clock: 'repair' } },
  });
});

test('staff’s word replaces what was declared, and the change is told once', async () => {
  const caseId = await newCase({ danger: 4 });
  await weighed(caseId);
  const record = {
    state: stateOf(caseId, town, { version: 2, status: 'accepting', danger: 2, openedAt: Date.now() }),
    facts: [factOf('verified')],
  };
  for (let times = 0; times < 2; times++)
    await db.transaction(async (tx) => project(tx, await lockCase(tx, caseId), record, how));
  expect(await rowOf(caseId)).toMatchObject({ priority: 15, band: 'P4' });
  const log = await db
    .getRepository(LogEntry)
    .find({ where: { chain: `case:${caseId}` }, order: { seq: 'ASC' } });
  expect(log.map(({ name }) => name)).toEqual(['verified', 'priority-changed']);
  expect(log[1]).toMatchObject({
    ...{ public: false, actorKind: 'system' },
    data: {
      from: { score: 23, band: 'P3', points: { danger: 23 } },
      to: { score: 15, band: 'P4', points: { danger: 15 } },
    },
  });
});

test('a burst is flagged and not obeyed', async () => {
  const caseId = await newCase();
  for (let n = 0; n < 8; n++) await joined(caseId, { danger: 4 });
  const row = await rowOf(caseId);
  expect(row).toMatchObject({ band: 'P4', burstAt: expect.any(Date) });
  expect(row.priorityParts?.reasons.people).toEqual({ counted: 5, confirmed: 0, held: 4 });
  await db.getRepository(Case).update(caseId, { burstRealAt: new Date() });
  expect(await weighed(caseId)).toMatchObject({ band: 'P2', burstAt: null });
});

test('a case that is over keeps what it had', async () => {
  const caseId = await newCase({ emergency: 'injured' });
  await weighed(caseId);
  const state = stateOf(caseId, town, { version: 2, status: 'rejected', outcome: 'rejected' });
  await db.transaction(async (tx) =>
    project(tx, await lockCase(tx, caseId), { state, facts: [factOf('rejected')] }, how),
  );
  expect(await rowOf(caseId)).toMatchObject({ status: 'rejected', priority: 100, band: 'P1' });
});

describe('the sweep', () => {
  it('writes what time has changed, and nothing else', async () => {
    const { caseId } = await caseWith(db, town, 1);
    await weighAll(db, how);
    const before = await rowOf(caseId);
    expect(await weighAll(db, how)).toBe(0);
    const later = new Date(Date.now() + 240 * day);
    expect(await weighAll(db, { ...how, now: later })).toBeGreaterThan(0);
    const { priority, priorityParts } = await rowOf(caseId);
    expect([priority - before.priority, priorityParts?.reasons.days]).toEqual([8, 240]);
    const fast = { slaSpeed: 240, now: new Date(before.openedAt.getTime() + day) };
    expect(await weighAll(db, fast)).toBeGreaterThanOrEqual(0);
    expect((await rowOf(caseId)).priority).toBe(priority);
  });

  it('leaves to whoever is at work on it a case that is locked', async () => {
    const caseId = await newCase();
    await db.transaction(async (tx) => {
      await lockCase(tx, caseId);
      expect(await weighFree(db, [caseId], how)).toBe(0);
    });
    expect(await weighFree(db, [caseId], how)).toBe(1);
  });
});
