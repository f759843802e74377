import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { Case, CaseClock, Escalation, LogEntry, Message } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Clock } from '../domain/sla/clock';
import { createCaseActivities } from './case';
import { createReportActivities } from './report';
import {
  createPerson,
  createReport,
  createTown,
  dependenciesOf,
  factOf,
  recordingSignals,
  stateOf,
  type Town,
} from './testing';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  town = await createTown(database.dataSource);
});
afterAll(() => database.drop());

function ports() {
  const dependencies = dependenciesOf(database.dataSource, recordingSignals());
  return { ...createCaseActivities(dependencies), ...createReportActivities(dependencies) };
}

const hour = 3_600_000;

const repairClock = (change: Partial<Clock> = {}): Clock => ({
  kind: 'repair',
  cycle: 1,
  turn: 1,
  status: 'running',
  startedAt: 1_000,
  stoppedAt: null,
  pauses: [],
  plan: { remindAt: null, dueAt: hour, escalateAt: 2 * hour },
  source: 'policy',
  policy: { departmentId: town.departmentId, categoryId: town.categoryId, urgency: 'ordinary' },
  cap: null,
  fired: [],
  ...change,
});

async function openCase() {
  const person = await createPerson(database.dataSource);
  const report = await createReport(database.dataSource, town, { personId: person.id });
  const caseId = await ports().matchOrOpen(report.id);
  return { caseId, report };
}

const during = <T>(work: () => Promise<T>) => new MockActivityEnvironment().run(work);
const rowOf = (id: string) => database.dataSource.getRepository(Case).findOneByOrFail({ id });

describe('recordCase', () => {
  it('projects state, clocks, timeline and messages', async () => {
    const { caseId } = await openCase();
    const state = stateOf(caseId, town, {
      version: 2,
      status: 'accepting',
      danger: 3,
      clocks: [repairClock()],
    });
    await ports().recordCase({ state, facts: [factOf('verified', { commandId: 'c1' })] });
    expect(await rowOf(caseId)).toMatchObject({
      ...{ status: 'accepting', version: 2, danger: 3, priority: 45, dueClock: 'repair' },
      repairDueAt: new Date(hour),
      dueAt: new Date(hour),
      snapshot: state,
      closedAt: null,
    });
    const [clock] = await database.dataSource.getRepository(CaseClock).findBy({ caseId });
    expect(clock).toMatchObject({ kind: 'repair', status: 'running', escalateAt: new Date(2 * hour) });
    const [entry] = await database.dataSource.getRepository(LogEntry).findBy({ chain: `case:${caseId}` });
    expect(entry).toMatchObject({ factId: '2.0', name: 'verified', data: { commandId: 'c1', version: 2 } });
    const messages = await database.dataSource.getRepository(Message).findBy({ caseId });
    expect(messages.map(({ event }) => event)).toContain('verified');
  });

  it('says since when nothing is left to repair, and no longer once it was reopened', async () => {
    const { caseId } = await openCase();
    const done = async (change: Parameters<typeof stateOf>[2]) => {
      await ports().recordCase({ state: stateOf(caseId, town, change), facts: [] });
      return (await rowOf(caseId)).doneAt;
    };
    const stopped = repairClock({ status: 'met', stoppedAt: hour });
    const again = repairClock({ cycle: 2, status: 'missed', stoppedAt: 3 * hour });
    expect(await done({ version: 2, status: 'working', clocks: [repairClock()] })).toBeNull();
    expect(await done({ version: 3, status: 'rating', clocks: [stopped] })).toEqual(new Date(hour));
    const reopened = repairClock({ cycle: 2 });
    expect(await done({ version: 4, cycle: 2, status: 'assigning', clocks: [stopped, reopened] })).toBeNull();
    expect(await done({ version: 5, cycle: 2, status: 'rating', clocks: [stopped, again] })).toEqual(
      new Date(3 * hour),
    );
    expect(await done({ version: 6, status: 'closed', clocks: [] })).toEqual(new Date(3 * hour));
  });

  it('adds nothing when repeated, even twice at once', async () => {
    const { caseId } = await openCase();
    const fired = [{ stage: 'breach' as const, at: hour, cause: 'time' as const }];
    const state = stateOf(caseId, town, { version: 2, clocks: [repairClock({ fired })] });
    const facts = [factOf('breach', { clock: 'repair', stage: 'breach', cycle: 1, data: { turn: 1 } })];
    const count = async () => [
      await database.dataSource.getRepository(LogEntry).countBy({ chain: `case:${caseId}` }),
      await database.dataSource.getRepository(Message).countBy({ caseId }),
      await database.dataSource.getRepository(Escalation).countBy({ caseId }),
    ];
    await Promise.all([ports().recordCase({ state, facts }), ports().recordCase({ state, facts })]);
    const once = await count();
    await ports().recordCase({ state, facts });
    expect(await count()).toEqual(once);
    expect(once).toEqual([1, expect.any(Number), 1]);
    expect((await rowOf(caseId)).stage).toBe('breach');
  });

  it('never lets an older version overwrite, and still keeps its facts', async () => {
    const { caseId } = await openCase();
    await ports().recordCase({
      state: stateOf(caseId, town, { version: 9, status: 'assigned' }),
      facts: [factOf('assigned')],
    });
    await ports().recordCase({
      state: stateOf(caseId, town, { version: 4, status: 'accepting' }),
      facts: [factOf('verified')],
    });
    expect(await rowOf(caseId)).toMatchObject({ status: 'assigned', version: 9 });
    const entries = await database.dataSource.getRepository(LogEntry).findBy({ chain: `case:${caseId}` });
    expect(entries.map(({ factId }) => factId).sort()).toEqual(['4.0', '9.0']);
  });

  it('refuses an unknown case with a code and without a second try', async () => {
    const state = stateOf('00000000-0000-4000-8000-000000000000', town);
    await expect(ports().recordCase({ state, facts: [] })).rejects.toMatchObject({
      type: 'not-found',
      nonRetryable: true,
    });
  });
});

describe('loadCase', () => {
  it('gives what a case opens with, and where it is to go on with what was carried out already', async () => {
    const { caseId, report } = await openCase();
    expect(await ports().loadCase(caseId)).toEqual({
      opening: {
        ...{ kind: 'problem', departmentId: town.departmentId, categoryId: town.categoryId },
        ...{ danger: 2, emergency: 'none', openedAt: report.receivedAt.getTime() },
      },
      snapshot: null,
      done: { commands: [], events: [] },
    });
    const state = stateOf(caseId, town, { version: 3, status: 'accepting' });
    const facts = [
      factOf('verified', { commandId: 'c1' }),
      factOf('citizen-added', { data: { actId: 'act' } }),
      factOf('absorbed', { data: { caseId: randomUUID(), mergeId: 'merge' } }),
      factOf('forwarded', { data: { newsId: 'news', agencyId: null } }),
    ];
    await ports().recordCase({ state, facts });
    const { snapshot, done } = await ports().loadCase(caseId);
    expect(snapshot).toEqual(state);
    expect(done.commands).toEqual([{ id: 'c1', version: 3, status: 'accepting' }]);
    expect(done.events.map(({ id }) => id).sort()).toEqual(['act', 'merge', 'news']);
  });
});

describe('plans', () => {
  it('come from the policy, one answer for each question, null without a target', async () => {
    const { policy } = repairClock();
    const startedAt = Date.now();
    const [repair, rating] = await ports().planClocks({
      clocks: [
        { kind: 'repair', startedAt, pauses: [], policy },
        { kind: 'rating', startedAt, pauses: [], policy },
      ],
    });
    expect(repair).toEqual({
      remindAt: startedAt + (40 * hour) / 60,
      dueAt: startedAt + hour,
      escalateAt: startedAt + 1.5 * hour,
    });
    expect(rating).toBeNull();
  });

  it('end a pause at the policy’s maximum', async () => {
    const ends = await ports().planPauses({
      policy: repairClock().policy,
      taken: [],
      pauses: [
        { from: 0, until: null, reason: 'supplier' },
        { from: 0, until: hour, reason: 'agency' },
      ],
    });
    expect(ends).toEqual([2 * hour, hour]);
  });
});

describe('readMembers', () => {
  it('sums up the gravest of what the members declared', async () => {
    const { caseId } = await openCase();
    for (const declared of [{ danger: 4 as const }, { emergency: 'imminent' as const }]) {
      const report = await createReport(database.dataSource, town, { joinsCaseId: caseId, ...declared });
      await ports().matchOrOpen(report.id);
    }
    const sum = { members: 3, alarms: 1, danger: 4, emergency: 'imminent' };
    expect(await ports().readMembers(caseId)).toEqual(sum);
  });

  it.each([
    ['alarms that the case it came from had heard do not count', true, 0],
    ['those that nobody has heard do', false, 1],
  ])('after a merge, %s', async (_which, heard, alarms) => {
    const [into, from] = [await openCase(), await openCase()];
    const raised = { joinsCaseId: from.caseId, emergency: 'injured' } as const;
    await ports().matchOrOpen((await createReport(database.dataSource, town, raised)).id);
    if (heard) await ports().readMembers(from.caseId);
    const order = { caseId: from.caseId, intoCaseId: into.caseId, mergeId: 'm', repairDueAt: null };
    await during(() => ports().mergeCase(order));
    const sum = { members: 3, alarms, emergency: 'injured' };
    expect(await ports().readMembers(into.caseId)).toMatchObject(sum);
  });
});

test('the citizen is asked to rate once a cycle, however often the activity runs', async () => {
  const { caseId, report } = await openCase();
  const { askForRating, settleReport } = ports();
  const ask = { reportId: report.id, caseId, cycle: 1 };
  await askForRating(ask);
  await askForRating(ask);
  await askForRating({ ...ask, cycle: 2 });
  const asked = await database.dataSource.getRepository(Message).findBy({ caseId, event: 'please-rate' });
  expect(asked).toHaveLength(2);
  await settleReport({ reportId: report.id, caseId, outcome: 'repaired' });
  const [{ settled_at }] = await database.dataSource.query('SELECT settled_at FROM report WHERE id = $1', [
    report.id,
  ]);
  expect(settled_at).toBeInstanceOf(Date);
});
