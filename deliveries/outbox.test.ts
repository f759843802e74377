import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../activities/emergency/testing';
import { createPerson, createReport, createTown, factOf, type Town } from '../activities/testing';
import { Case, CaseFollower, Crew, Membership, Message, Supplier, User } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { type Fact, factNames } from '../domain/case/facts';
import { type Audience, hearingsOf, messageTable } from '../domain/messages/table';
import { type Locale, locales, type Role } from '../domain/vocabulary';
import { writeMessages } from './outbox';
import { createSender, type Sender } from './send';

let database: TestDatabase;
let town: Town;
let elsewhere: Town;
let sender: Sender;
let staff: Record<'operator' | 'coordinator' | 'oversight' | 'management', string[]>;

beforeAll(async () => {
  database = await createTestDatabase();
  await createMunicipality(database.dataSource);
  [town, elsewhere] = [await createTown(database.dataSource), await createTown(database.dataSource)];
  const config = { mailFrom: 'a@city.example', publicUrl: 'https://city.example', appSecret: 'a'.repeat(40) };
  sender = createSender(database.dataSource, { ...config, smtpUrl: undefined }, { warn: () => {} });
  staff = { operator: [], coordinator: [], oversight: [], management: [] };
  for (const role of ['operator', 'coordinator', 'oversight', 'management'] as const) {
    staff[role] = [await user(role), await user(role, { departmentId: null })];
    await user(role, { departmentId: elsewhere.departmentId });
    await user(role, { active: false });
  }
  for (const role of ['technician', 'auditor', 'admin'] as const) await user(role, { departmentId: null });
});
afterAll(() => database.drop());

async function user(role: Role, change: Partial<User> = {}): Promise<string> {
  const id = randomUUID();
  const account = { email: `${id}@example.org`, name: role, passwordHash: 'x' };
  await database.dataSource
    .getRepository(User)
    .insert({ id, ...account, role, departmentId: town.departmentId, ...change });
  return id;
}

/** A case with a confirmed person's two reports, an unconfirmed one's and a nameless one's; and who works on it. */
async function scene(locale: Locale = 'it') {
  const db = database.dataSource;
  const [caseId, crewId, supplierId] = [randomUUID(), randomUUID(), randomUUID()];
  const [known, unknown] = [await createPerson(db), await createPerson(db, false)];
  await db.getRepository(Crew).insert({ id: crewId, departmentId: town.departmentId, name: 'Squadra 1' });
  await db.getRepository(Supplier).insert({ id: supplierId, name: supplierId, email: 's@example.org' });
  const location = { type: 'Point', coordinates: [8.6, 44.9] } as const;
  await db.getRepository(Case).insert({
    ...{ id: caseId, number: caseId, kind: 'problem', status: 'verifying', danger: 2, emergency: 'none' },
    ...{ departmentId: town.departmentId, categoryId: town.categoryId, priority: 10, crewId, supplierId },
    location: location as never,
  });
  for (const personId of [known.id, known.id, unknown.id, null]) {
    const { id } = await createReport(db, town, { personId, locale });
    await db.getRepository(Membership).insert({ reportId: id, caseId });
  }
  const follower = await createPerson(db);
  const deaf = await createPerson(db, false);
  // Neither who has not confirmed it, nor who hears as a reporter, is told as well.
  for (const [personId, confirmed] of [
    [follower.id, true],
    [deaf.id, true],
    [known.id, true],
    [(await createPerson(db)).id, false],
  ] as const)
    await db.getRepository(CaseFollower).insert({ caseId, personId, locale, confirmed });
  return { caseId, crewId, supplierId, known: known.id, unknown: unknown.id, follower: follower.id };
}

const data = (name: Fact['name'], { crewId, supplierId }: { crewId: string; supplierId: string }) => ({
  ...{ kind: 'supplier', id: supplierId, questionId: randomUUID() },
  ...{ crewId, dueAt: Date.now() + 3_600_000, repairId: randomUUID(), pauseId: randomUUID() },
  reason: name === 'rejected' ? 'not-ours' : 'supplier',
});

async function happen(
  at: Awaited<ReturnType<typeof scene>>,
  name: Fact['name'],
  change: Partial<Fact> = {},
  factId = randomUUID(),
): Promise<Message[]> {
  const fact = factOf(name, { cycle: 1, data: data(name, at), ...change });
  await database.dataSource.transaction((tx) => writeMessages(tx, { caseId: at.caseId, fact, factId }));
  return database.dataSource.getRepository(Message).findBy({ caseId: at.caseId });
}

const heard = (rows: Message[]) => rows.map(({ event, recipientId }) => `${event}:${recipientId}`).sort();

describe('who hears', () => {
  test.each(factNames)('of “%s”, is whom the table names, of the case’s department, once', async (name) => {
    const at = await scene();
    const clock = 'repair';
    const of: Record<Audience, string[]> = {
      reporters: [at.known],
      followers: [at.follower],
      'unconfirmed-reporter': [at.unknown],
      operators: staff.operator,
      coordinators: staff.coordinator,
      'crew-coordinators': staff.coordinator,
      supplier: [at.supplierId],
      oversight: staff.oversight,
      management: staff.management,
      party: [at.supplierId],
    };
    const rows = await happen(at, name, { clock });
    const expected = hearingsOf({ name, clock }).flatMap(({ event, to }) =>
      to.flatMap((audience) => of[audience].map((id) => `${event}:${id}`)),
    );
    expect(heard(rows)).toEqual(expected.sort());
  });
});

test('only the repair’s delay is told to citizens', async () => {
  const at = await scene();
  const rows = await happen(at, 'breach', { clock: 'assignment' });
  expect(rows.map(({ event }) => event)).not.toContain('late');
});

test('the same fact makes its messages once, another fact new ones', async () => {
  const at = await scene();
  const factId = randomUUID();
  const once = await happen(at, 'verified', {}, factId);
  expect(heard(await happen(at, 'verified', {}, factId))).toEqual(heard(once));
  expect((await happen(at, 'verified')).length).toBe(2 * once.length);
});

test('what a round hands over is told to who reported it, once a cycle, and to no coordinator', async () => {
  const at = await scene();
  const inRound = { data: { kind: 'crew', id: randomUUID(), roundId: randomUUID() } };
  expect(heard(await happen(at, 'assigned', inRound))).toEqual([
    `assigned:${at.known}`,
    `followed:${at.follower}`,
  ]);
  expect(await happen(at, 'assigned', inRound)).toHaveLength(2);
  expect(await happen(at, 'assigned', { ...inRound, cycle: 2 })).toHaveLength(4);
});

test('a question is put once a cycle, a forward told once a case, a confirmation asked once a day', async () => {
  const at = await scene();
  const count = async (event: string, name: Fact['name'], change: Partial<Fact>) =>
    (await happen(at, name, change)).filter((row) => row.event === event).length;
  expect(await count('please-rate', 'rating-asked', { cycle: 1 })).toBe(1);
  expect(await count('please-rate', 'rating-asked', { cycle: 1 })).toBe(1);
  expect(await count('please-rate', 'rating-asked', { cycle: 2 })).toBe(2);
  expect(await count('forwarded', 'forwarded', { cycle: 1 })).toBe(1);
  expect(await count('forwarded', 'forwarded', { cycle: 2 })).toBe(1);
  const noon = Date.UTC(2026, 10, 24, 12);
  expect(await count('confirm-email', 'received', { at: noon })).toBe(1);
  expect(await count('confirm-email', 'received', { at: noon + 3_600_000 })).toBe(1);
  expect(await count('confirm-email', 'received', { at: noon + 24 * 3_600_000 })).toBe(2);
});

test('a transaction that is rolled back tells nobody', async () => {
  const at = await scene();
  const rolledBack = database.dataSource.transaction(async (tx) => {
    await writeMessages(tx, { caseId: at.caseId, fact: factOf('verified'), factId: 'f' });
    throw new Error('the case row could not be written');
  });
  await expect(rolledBack).rejects.toThrow('could not be written');
  expect(await database.dataSource.getRepository(Message).countBy({ caseId: at.caseId })).toBe(0);
});

const telling = factNames.filter((name) => messageTable[name].hear.length > 0);

test.each(locales.flatMap((locale) => telling.map((name) => [name, locale] as const)))(
  'what “%s” makes people hear in “%s” misses no word',
  async (name, locale) => {
    const at = await scene(locale);
    const db = database.dataSource;
    for (const { id } of await happen(at, name, { clock: 'repair' })) {
      await db.getRepository(Message).update({ id }, { status: 'queued' });
      await sender.send(id, true);
    }
    const rows = await db.getRepository(Message).findBy({ caseId: at.caseId });
    expect(rows.length).toBeGreaterThan(0);
    for (const { event, status, lastError, subject, text, html, ...row } of rows) {
      expect([event, status, lastError]).toEqual([event, 'kept', null]);
      for (const twin of [subject, text, html]) {
        expect(twin).not.toMatch(
          /\{\{|undefined|\bnull\b|NaN|\[object|Invalid|«»|\(\)|: *[.,]|entro *[.,]| ,/,
        );
      }
      if (row.recipientKind === 'person') expect(row.locale).toBe(locale);
    }
  },
);
