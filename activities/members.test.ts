import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Signals } from './dependencies';
import { tellMembers } from './members';
import { mergeCase } from './moves';
import {
  caseWith as caseWithMembers,
  createTown,
  dependenciesOf,
  orderOf,
  recordingSignals,
  type Town,
} from './testing';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  town = await createTown(database.dataSource);
});
afterAll(() => database.drop());

const caseWith = (members: number) => caseWithMembers(database.dataSource, town, members);

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

  it('does not count for the case that a member has moved to meanwhile', async () => {
    const [from, into] = [await caseWith(1), await caseWith(1)];
    const db = database.dataSource;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow: Signals = { ...recordingSignals(), toReport: () => gate };
    const cutOff = tellMembers(dependenciesOf(db, slow), { caseId: from.caseId, ...notice }, () => {});
    await mergeCase(dependenciesOf(db, recordingSignals()), orderOf(from.caseId, into.caseId), () => {});
    go();
    await cutOff;
    const signals = recordingSignals();
    await tellMembers(dependenciesOf(db, signals), { caseId: into.caseId, ...notice }, () => {});
    expect(told(signals, 'outcome').sort()).toEqual([...from.reportIds, ...into.reportIds].sort());
  });
});
