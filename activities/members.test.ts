import { Membership } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Signals } from './dependencies';
import { matchOrOpen } from './matching';
import { mergeCase, readMembers, tellMembers } from './members';
import { createReport, createTown, dependenciesOf, recordingSignals, type Town } from './testing';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  town = await createTown(database.dataSource);
});
afterAll(() => database.drop());

async function caseWith(members: number): Promise<{ caseId: string; reportIds: string[] }> {
  const db = database.dataSource;
  const first = await createReport(db, town);
  const caseId = await db.transaction((tx) => matchOrOpen(tx, first.id));
  const reportIds = [first.id];
  for (let n = 1; n < members; n++) {
    const report = await createReport(db, town, { joinsCaseId: caseId });
    await db.transaction((tx) => matchOrOpen(tx, report.id));
    reportIds.push(report.id);
  }
  return { caseId, reportIds: reportIds.sort() };
}

const told = (signals: ReturnType<typeof recordingSignals>, signal: string) =>
  signals.said.filter((one) => one.signal === signal).map(({ to }) => to.replace('report-', ''));

describe('tellMembers', () => {
  const notice = { cycle: 1, outcome: 'repaired' as const, final: true };

  it('tells everybody once, and again only what is new', async () => {
    const { caseId, reportIds } = await caseWith(25);
    const signals = recordingSignals();
    const dependencies = dependenciesOf(database.dataSource, signals);
    const beats: number[] = [];
    await tellMembers(dependencies, { caseId, ...notice }, (count) => beats.push(count));
    await tellMembers(dependencies, { caseId, ...notice }, () => {});
    expect(told(signals, 'outcome').sort()).toEqual(reportIds);
    expect(beats).toEqual([20, 25]);
    await tellMembers(dependencies, { caseId, ...notice, cycle: 2 }, () => {});
    expect(told(signals, 'outcome')).toHaveLength(50);
  });

  it('goes on where it was cut off', async () => {
    const { caseId, reportIds } = await caseWith(30);
    const signals = recordingSignals();
    let left = 20;
    const failing: Signals = {
      ...signals,
      toReport: (...args) => {
        if (left-- <= 0) return Promise.reject(new Error('Temporal is away'));
        return signals.toReport(...args);
      },
    };
    const tell = (through: Signals) =>
      tellMembers(dependenciesOf(database.dataSource, through), { caseId, ...notice }, () => {});
    await expect(tell(failing)).rejects.toThrow('away');
    await tell(signals);
    expect(told(signals, 'outcome').sort()).toEqual(reportIds);
  });
});

describe('mergeCase', () => {
  it('moves the members as unread, tells the other case and them, and repeats harmlessly', async () => {
    const from = await caseWith(3);
    const into = await caseWith(1);
    await readMembers(database.dataSource, from.caseId);
    const signals = recordingSignals();
    const merge = { caseId: from.caseId, intoCaseId: into.caseId, repairDueAt: 1234 };
    for (let time = 0; time < 2; time++) await mergeCase(dependenciesOf(database.dataSource, signals), merge);
    const members = await database.dataSource.getRepository(Membership).findBy({ caseId: into.caseId });
    expect(members).toHaveLength(4);
    expect(members.filter(({ readAt }) => readAt === null)).toHaveLength(4);
    expect(signals.said[0]).toEqual({
      to: `case-${into.caseId}`,
      signal: 'absorbed',
      args: [{ caseId: from.caseId, repairDueAt: 1234 }],
    });
    expect(new Set(told(signals, 'moved'))).toEqual(new Set(from.reportIds));
  });

  it('refuses a case that is over, and leaves the members where they are', async () => {
    const from = await caseWith(1);
    const into = await caseWith(1);
    await database.dataSource.query("UPDATE cases SET status = 'closed' WHERE id = $1", [into.caseId]);
    const merge = { caseId: from.caseId, intoCaseId: into.caseId, repairDueAt: null };
    const attempt = mergeCase(dependenciesOf(database.dataSource, recordingSignals()), merge);
    await expect(attempt).rejects.toMatchObject({ code: 'case-closed' });
    expect(await database.dataSource.getRepository(Membership).countBy({ caseId: from.caseId })).toBe(1);
  });

  it('does not lock itself out when two cases are merged into each other at once', async () => {
    const one = await caseWith(1);
    const two = await caseWith(1);
    const dependencies = dependenciesOf(database.dataSource, recordingSignals());
    await Promise.all([
      mergeCase(dependencies, { caseId: one.caseId, intoCaseId: two.caseId, repairDueAt: null }),
      mergeCase(dependencies, { caseId: two.caseId, intoCaseId: one.caseId, repairDueAt: null }),
    ]);
    const left = await database.dataSource.getRepository(Membership).find();
    expect(left.filter(({ caseId }) => [one.caseId, two.caseId].includes(caseId))).toHaveLength(2);
  });
});
