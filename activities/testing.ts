import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Calendar, Category, Department, Person, Report, SlaPolicy, User } from '../db/entities';
import { appendLog } from '../db/log';
import { writeNote } from '../db/notes';
import type { Fact } from '../domain/case/facts';
import type { CaseState } from '../domain/case/state';
import type { MergeOrder } from '../workflows/case/ports';
import type { Dependencies, Signals } from './dependencies';
import { matchOrOpen } from './matching';

/** The least that a report needs: one department with its calendar, category and policy. */
export interface Town {
  departmentId: string;
  categoryId: string;
  policyId: string;
}

export async function createTown(db: DataSource): Promise<Town> {
  const town = { departmentId: randomUUID(), categoryId: randomUUID(), policyId: randomUUID() };
  const calendarId = randomUUID();
  const rules = { timezone: 'Europe/Rome', opening: {}, holidays: null, extraHolidays: [] };
  await db.getRepository(Calendar).insert({ id: calendarId, name: calendarId, rules });
  await db.getRepository(Department).insert({
    ...{ id: town.departmentId, code: town.departmentId, nameIt: 'Strade', nameEn: 'Roads', calendarId },
  });
  await db.getRepository(Category).insert({
    ...{ id: town.categoryId, code: town.categoryId, groupCode: 'roads', nameIt: 'Buca', nameEn: 'Pothole' },
    departmentId: town.departmentId,
  });
  const hour = { minutes: 60, mode: 'clock' as const, remindBefore: 20, grace: 30 };
  await db.getRepository(SlaPolicy).insert({
    id: town.policyId,
    name: 'all',
    targets: { targets: { verification: hour, repair: hour }, maxPauseMinutes: 120 },
  });
  return town;
}

/** So far apart that no two reports are taken for the same problem. */
let places = 0;
const somewhereElse = () => {
  places += 1;
  const [column, row] = [places % 20, Math.floor(places / 20) % 20];
  return {
    type: 'Point' as const,
    coordinates: [8.53 + column * 0.01, 44.87 + row * 0.01] as [number, number],
  };
};

/** A committed report, with its words and the first link of its chain. */
export async function createReport(
  db: DataSource,
  town: Town,
  with_: Partial<Report> & { text?: string } = {},
): Promise<Report> {
  const { text = 'A pothole before number 12', ...fields } = with_;
  const id = randomUUID();
  return db.transaction(async (tx) => {
    const noteId = await writeNote(tx, { body: text, personId: fields.personId ?? null });
    const now = new Date();
    await tx.insert(Report, {
      ...{ id, noteId, number: `AL-2026-${id}`, trackingHash: randomBytes(32) },
      ...{ kind: 'problem', channel: 'web', danger: 2, emergency: 'none', locale: 'it' },
      ...{ departmentId: town.departmentId, categoryId: town.categoryId },
      location: somewhereElse(),
      locationSource: 'device',
      address: 'Via Roma 12',
      clientHash: randomBytes(32),
      privacyReadAt: now,
      receivedAt: now,
      ...fields,
    });
    const actor = { kind: 'citizen', id } as const;
    const entry = { factId: 'received', name: 'received', at: now, actor, public: true, noteId };
    await appendLog(tx, { chain: `report:${id}`, ...entry });
    return tx.findOneByOrFail(Report, { id });
  });
}

/** A case that so many reports are members of. */
export async function caseWith(
  db: DataSource,
  town: Town,
  members: number,
): Promise<{ caseId: string; reportIds: string[] }> {
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

/** Says in a case's log that a repair was done. */
export const confirmRepair = (db: DataSource, caseId: string, repairId: string, at: Date): Promise<boolean> =>
  db.transaction((tx) =>
    appendLog(tx, {
      ...{ chain: `case:${caseId}`, factId: `repaired:${repairId}`, name: 'repaired', at, public: true },
      ...{ actor: { kind: 'system', id: null }, data: { repairId } },
    }),
  );

/** A merge as an ordinary case orders it. */
export const orderOf = (caseId: string, intoCaseId: string): MergeOrder => ({
  ...{ caseId, intoCaseId, mergeId: caseId, repairDueAt: null },
});

export async function createPerson(db: DataSource, confirmed = true): Promise<Person> {
  const id = randomUUID();
  const email = `${id}@example.org`;
  await db.getRepository(Person).insert({ id, email, confirmedAt: confirmed ? new Date() : null });
  return db.getRepository(Person).findOneByOrFail({ id });
}

export async function createUser(db: DataSource, role: User['role']): Promise<string> {
  const id = randomUUID();
  await db
    .getRepository(User)
    .insert({ id, email: `${id}@example.org`, name: role, passwordHash: 'x', role });
  return id;
}

/** A case as its workflow would hold it right after opening. */
export const stateOf = (caseId: string, town: Town, change: Partial<CaseState> = {}): CaseState => ({
  ...{ caseId, kind: 'problem', version: 1, cycle: 1, status: 'verifying', outcome: null },
  ...{ departmentId: town.departmentId, categoryId: town.categoryId, danger: 2, emergency: 'none' },
  ...{
    safety: 'none',
    forward: 'none',
    forwards: 0,
    alarms: 0,
    assignee: null,
    members: 1,
    ratings: 0,
    pauses: [],
    clocks: [],
  },
  ...{ reopen: null, merging: null, openedAt: Date.now() },
  ...change,
});

export const factOf = (name: Fact['name'], change: Partial<Fact> = {}): Fact => ({
  name,
  at: Date.now(),
  actor: { kind: 'system', id: null },
  ...change,
});

/** Signals that only write down what they were to say: the tests of the rows need no Temporal. */
export function recordingSignals(): Signals & { said: { to: string; signal: string; args: unknown[] }[] } {
  const said: { to: string; signal: string; args: unknown[] }[] = [];
  return {
    said,
    toCase: async (id, signal, args) => void said.push({ to: `case-${id}`, signal: signal.name, args }),
    toReport: async (id, signal, args) => void said.push({ to: `report-${id}`, signal: signal.name, args }),
  };
}

/** Dependencies whose Temporal is never asked. */
export const dependenciesOf = (db: DataSource, signals: Signals): Dependencies => ({
  db,
  signals,
  temporal: undefined as never,
  slaSpeed: 1,
});
