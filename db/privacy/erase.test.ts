import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createMunicipality } from '../../activities/emergency/testing';
import { balanceOf, createReward, createSaver, qualify, reportedBy } from '../../activities/rewards/testing';
import { createPerson, createReport, createTown, type Town } from '../../activities/testing';
import {
  Agency,
  Appeal,
  Case,
  CitizenAct,
  DraftPhoto,
  Forward,
  Membership,
  Message,
  Person,
  Photo,
  PointsEntry,
  Redemption,
  Report,
  ThreadMessage,
} from '../entities';
import { writeNote } from '../notes';
import { draftFile, photoFile } from '../photo-files';
import { redeem } from '../rewards/redeem';
import { createTestDatabase, type TestDatabase } from '../testing';
import { say, threadWith } from '../threads';
import { erasePerson, eraseReports } from './erase';
import { exportPerson } from './export';
import { applyRetention } from './retention';

let database: TestDatabase;
let db: DataSource;
let town: Town;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  dataDir = mkdtempSync(path.join(tmpdir(), 'erase-'));
  await createMunicipality(db);
  town = await createTown(db);
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await database.drop();
});

const WORDS = ['Parole della segnalazione', 'Parole aggiunte', 'Davanti a casa mia'] as const;
const how = () => ({ actor: { kind: 'system', id: null } as const, reason: 'request' as const, dataDir });

/** An emergency in a case that was told to everybody, with all that a person can leave behind. */
async function somebody(person: Person, caseFields: Partial<Case> = {}) {
  const { id: reportId, location } = await createReport(db, town, {
    location: { type: 'Point', coordinates: [8.61234, 44.91234] },
    personId: person.id,
    text: WORDS[0],
    address: WORDS[2],
  });
  const caseId = randomUUID();
  await db.getRepository(Case).insert({
    ...{ id: caseId, departmentId: town.departmentId, categoryId: town.categoryId, number: `C-${caseId}` },
    ...{
      kind: 'problem',
      status: 'verifying',
      danger: 4,
      emergency: 'injured',
      priority: 100,
      location,
      address: WORDS[2],
    },
    ...(caseFields as object),
  });
  await db.getRepository(Membership).insert({ reportId, caseId });
  const noteId = await writeNote(db.manager, { body: WORDS[1], personId: person.id });
  const photoId = randomUUID();
  const photo = { id: photoId, reportId, purpose: 'citizen' as const, width: 1, height: 1, bytes: 1 };
  await db.getRepository(Photo).insert({ ...photo, sha256: Buffer.from('x') });
  mkdirSync(path.dirname(photoFile(dataDir, photoId)), { recursive: true });
  for (const small of [false, true]) writeFileSync(photoFile(dataDir, photoId, small), 'x');
  await db.getRepository(CitizenAct).insert({ id: randomUUID(), reportId, kind: 'words', noteId, photoId });
  const text = `${WORDS[0]} ${person.email}`;
  for (const recipientKind of ['person', 'owner', 'agency'] as const) {
    await db.getRepository(Message).insert({
      ...{ id: randomUUID(), dedupeKey: randomUUID(), event: 'x', recipientKind, recipientId: person.id },
      ...{ locale: 'it', status: 'sent', data: {}, subject: text, html: text, text },
      ...(recipientKind === 'agency' ? { caseId } : { reportId }),
    });
  }
  const agencyId = randomUUID();
  await db
    .getRepository(Agency)
    .insert({ id: agencyId, name: agencyId, webhookUrl: 'https://a.example', secret: 'x' });
  await db.getRepository(Forward).insert({
    ...{
      id: randomUUID(),
      caseId,
      agencyId,
      forwardNumber: 1,
      attempt: 0,
      msgType: 'Alert',
      identifier: 'x',
    },
    cap: `<alert><info><headline>H, ${WORDS[2]}</headline><description>Scrive: «${WORDS[0]}»</description><areaDesc>${WORDS[2]}</areaDesc></info></alert>`,
    sentAt: new Date(),
  });
  return { reportId, caseId, photoId };
}

/** In which tables a text stands, whatever the column. */
async function whereStands(text: string): Promise<string[]> {
  const tables: { name: string }[] = await db.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found = [];
  for (const { name } of tables) {
    const [{ there }] = await db.query(
      `SELECT EXISTS (SELECT FROM ${name} t WHERE position($1 IN t::text) > 0) AS there`,
      [text],
    );
    if (there) found.push(name);
  }
  return found;
}

test('a question about no place is exported and forgotten like any report', async () => {
  const person = await createPerson(db);
  const nowhere = { kind: 'question', location: null, address: null } as const;
  const { reportId, caseId } = await somebody(person, nowhere);
  await db.getRepository(Report).update({ id: reportId }, { ...nowhere, locationSource: null });
  expect((await exportPerson(db, person.id)).reports).toMatchObject([nowhere]);
  expect(await erasePerson(db, person.id, how())).toMatchObject({ reports: 1 });
  expect(await db.getRepository(Report).findOneByOrFail({ id: reportId })).toMatchObject(nowhere);
  expect(await db.getRepository(Case).findOneByOrFail({ id: caseId })).toMatchObject(nowhere);
});

test('a person who asks is forgotten in every table and folder, those who did the same are not', async () => {
  const [person, other] = [await createPerson(db), await createPerson(db)];
  const { photoId, reportId } = await somebody(person);
  const exported = JSON.stringify(await exportPerson(db, person.id));
  for (const mine of [...WORDS, person.email!]) expect(exported).toContain(mine);
  expect(await whereStands(WORDS[0])).toEqual(['public.forward', 'public.message', 'public.note']);
  expect(await whereStands(person.email!)).toEqual(['public.message', 'public.person']);

  expect(await erasePerson(db, person.id, how())).toMatchObject({ reports: 1, notes: 2, photos: 1 });
  for (const gone of [...WORDS, person.email!]) expect(await whereStands(gone)).toEqual([]);
  for (const small of [false, true]) expect(existsSync(photoFile(dataDir, photoId, small))).toBe(false);
  const row = await db.getRepository(Report).findOneByOrFail({ id: reportId });
  expect(row.location?.coordinates).toEqual([8.612, 44.912]);
  const [alert] = await db.getRepository(Forward).find();
  expect(alert!.cap).toBe(
    '<alert><info><headline>-</headline><description>-</description><areaDesc>-</areaDesc></info></alert>',
  );
  expect((await db.getRepository(Person).findOneByOrFail({ id: other.id })).email).toBe(other.email);
  expect(await erasePerson(db, person.id, how())).toMatchObject({ notes: 0, photos: 0 });
});

test('what an agency was told of a case that was merged since goes as well', async () => {
  const person = await createPerson(db);
  const { reportId, caseId } = await somebody(person);
  const others = [await somebody(await createPerson(db)), await somebody(await createPerson(db))];
  const [into, last] = others.map((other) => other.caseId);
  await db.query('UPDATE cases SET merged_into = $2 WHERE id = $1', [caseId, into]);
  await db.query('UPDATE cases SET merged_into = $2 WHERE id = $1', [into, last]);
  await db.query('UPDATE membership SET case_id = $2 WHERE report_id = $1', [reportId, last]);
  await erasePerson(db, person.id, how());
  const { cap } = await db.getRepository(Forward).findOneByOrFail({ caseId });
  const { text } = await db.getRepository(Message).findOneByOrFail({ caseId, recipientKind: 'agency' });
  const { address } = await db.getRepository(Case).findOneByOrFail({ id: caseId });
  expect([cap.includes(WORDS[0]), text, address]).toEqual([false, null, null]);
});

test('the address goes with the last report', async () => {
  const person = await createPerson(db);
  const [first, last] = [await somebody(person), await somebody(person)];
  const email = async () => (await db.getRepository(Person).findOneByOrFail({ id: person.id })).email;
  await eraseReports(db, [first.reportId], how());
  expect(await email()).toBe(person.email);
  await eraseReports(db, [last.reportId], how());
  expect(await email()).toBeNull();
});

describe('points, codes and appeals', () => {
  /** Somebody with two reports, one of them judged, a code, and an appeal that was answered. */
  async function saver() {
    const person = await createPerson(db);
    const { caseId, reportIds } = await reportedBy(db, town, [person.id]);
    await qualify(db, town, caseId);
    await reportedBy(db, town, [person.id]);
    const id = randomUUID();
    await redeem(db, { id, personId: person.id, rewardId: await createReward(db), cost: 10 }, 's'.repeat(40));
    const [noteId, answerNoteId] = [
      await writeNote(db.manager, { body: 'Contro il giudizio' }),
      await writeNote(db.manager, { body: 'Risposta al ricorso' }),
    ];
    const appeal = { id: randomUUID(), reportId: reportIds[0]!, noteId, answerNoteId };
    await db.getRepository(Appeal).insert({ ...appeal, state: 'explained' });
    return { person, caseId, reportId: reportIds[0]!, redemptionId: id };
  }
  const lines = (where: object) => db.getRepository(PointsEntry).countBy(where);

  test('are exported', async () => {
    const { person } = await saver();
    const { points, judgements, standing, reports } = await exportPerson(db, person.id);
    expect(points.lines.map(({ reason }) => reason).sort()).toEqual(['first', 'redeemed']);
    expect([points.balance, points.codes.length, judgements.length, standing]).toEqual([0, 1, 1, null]);
    expect(reports.map(({ appeal }) => appeal?.answer)).toContain('Risposta al ricorso');
  });

  test('belong to nobody once the person is forgotten; a code works on', async () => {
    const { person, caseId, reportId, redemptionId } = await saver();
    await erasePerson(db, person.id, how());
    expect(await whereStands(person.email!)).toEqual([]);
    const notes = await db.query(
      `SELECT n.body FROM appeal a JOIN note n ON n.id IN (a.note_id, a.answer_note_id) WHERE a.report_id = $1`,
      [reportId],
    );
    expect(notes).toEqual([{ body: null }, { body: null }]);
    expect([await lines({ personId: person.id }), await lines({ caseId })]).toEqual([0, 0]);
    expect(await db.getRepository(Redemption).findOneByOrFail({ id: redemptionId })).toMatchObject({
      ...{ personId: null, state: 'issued' },
    });
  });

  test('stay where one report of several goes, without saying for which it was', async () => {
    const { person, caseId, reportId } = await saver();
    await eraseReports(db, [reportId], how());
    expect([await lines({ personId: person.id }), await lines({ caseId })]).toEqual([2, 0]);
  });

  test('of whoever was forgotten by a period go with the next round', async () => {
    const { person } = await saver();
    const at = new Date(Date.now() - 2 * 24 * 3600 * 1000);
    await db.query('UPDATE person SET email = NULL, erased_at = $2 WHERE id = $1', [person.id, at]);
    expect(await applyRetention(db, dataDir)).toMatchObject({ points: 2 });
    expect(await applyRetention(db, dataDir)).toMatchObject({ points: 0 });
    expect(await lines({ personId: person.id })).toBe(0);
  });
});

test('what an agency still waits for is sent, what waits for the person is not', async () => {
  const person = await createPerson(db);
  const { reportId, caseId } = await somebody(person);
  await db.query("UPDATE message SET status = 'waiting' WHERE case_id = $1 OR report_id = $2", [
    caseId,
    reportId,
  ]);
  await eraseReports(db, [reportId], how());
  const rows = await db.getRepository(Message).find({ where: [{ caseId }, { reportId }] });
  const statuses = Object.fromEntries(rows.map(({ recipientKind, status }) => [recipientKind, status]));
  expect(statuses).toEqual({ person: 'suppressed', owner: 'waiting', agency: 'waiting' });
});

describe('what is older than its period', () => {
  const day = 24 * 3600 * 1000;
  const closed = (days: number) => ({
    status: 'closed' as const,
    closedAt: new Date(Date.now() - days * day),
  });

  test('goes, reports with their case, and nothing younger', async () => {
    const [old, young] = [await createPerson(db), await createPerson(db)];
    await somebody(old, closed(731));
    await somebody(young, closed(729));
    expect(await applyRetention(db, dataDir)).toMatchObject({ report: 1 });
    expect(await whereStands(old.email!)).toEqual([]);
    expect(await whereStands(young.email!)).toEqual(['public.message', 'public.person']);
    expect(await applyRetention(db, dataDir)).toMatchObject({ report: 0 });
  });

  test('photos of forms that nobody sent, with their files, and counters', async () => {
    const ids = [randomUUID(), randomUUID()];
    mkdirSync(path.dirname(draftFile(dataDir, '')), { recursive: true });
    for (const [index, id] of ids.entries()) {
      writeFileSync(draftFile(dataDir, id), 'x');
      const createdAt = new Date(Date.now() - (index + 0.5) * day);
      const draft = { id, draftHash: Buffer.from('x'), position: 0, width: 1, height: 1, createdAt };
      await db.getRepository(DraftPhoto).insert(draft);
      await db.query('INSERT INTO rate_limit (key, points, expire) VALUES ($1, 1, $2)', [
        id,
        createdAt.getTime(),
      ]);
    }
    expect(await applyRetention(db, dataDir)).toMatchObject({ 'draft-photo': 1, 'rate-limit': 1 });
    expect(ids.map((id) => existsSync(draftFile(dataDir, id)))).toEqual([true, false]);
  });

  test('addresses that nobody confirmed, cookies’ hashes, texts of mails', async () => {
    const person = await createPerson(db, false);
    const { reportId } = await somebody(person);
    const age = async (days: number) => {
      const at = new Date(Date.now() - days * day);
      await db.query('UPDATE person SET created_at = $2 WHERE id = $1', [person.id, at]);
      await db.query('UPDATE report SET received_at = $2 WHERE id = $1', [reportId, at]);
      await db.query('UPDATE message SET created_at = $2, sent_at = $2 WHERE report_id = $1', [reportId, at]);
      return applyRetention(db, dataDir);
    };
    expect(await age(29)).toMatchObject({ 'unconfirmed-address': 0, browser: 0, 'message-text': 0 });
    expect(await age(31)).toMatchObject({ 'unconfirmed-address': 1, browser: 0, 'message-text': 0 });
    expect(await age(91)).toMatchObject({ 'unconfirmed-address': 0, browser: 0, 'message-text': 2 });
    expect(await age(366)).toMatchObject({ browser: 1 });
  });

  test('whoever stopped all mails keeps points and codes as long as there are any, then the address goes', async () => {
    const [rich, spent, idle] = [
      await createSaver(db, 50),
      await createSaver(db, 10),
      (await createPerson(db)).id,
    ];
    const rewardId = await createReward(db);
    for (const personId of [rich, spent])
      await redeem(db, { id: randomUUID(), personId, rewardId, cost: 10 }, 's'.repeat(40));
    const all = [rich, spent, idle];
    const stopped = (days: number) =>
      db.query(
        `UPDATE person SET created_at = now() - interval '60 days', confirmed_at = NULL, mails_off_at = $2
         WHERE id = ANY($1)`,
        [all, new Date(Date.now() - days * day)],
      );
    const known = async () => {
      const people = await db.getRepository(Person).find({ where: all.map((id) => ({ id })) });
      return all.map((id) => people.find((one) => one.id === id)?.email !== null);
    };
    await stopped(29);
    expect(await applyRetention(db, dataDir)).toMatchObject({ 'unconfirmed-address': 0, 'mails-off': 0 });
    await stopped(31);
    for (let twice = 0; twice < 2; twice++)
      await applyRetention(db, dataDir, new Date(Date.now() + twice * 2 * day));
    expect([await known(), await balanceOf(db, rich)]).toEqual([[true, true, false], 40]);
    await db.query(`UPDATE redemption SET state = 'used' WHERE person_id = $1`, [spent]);
    await applyRetention(db, dataDir);
    expect(await known()).toEqual([true, false, false]);
  });
});

test('what a citizen said in a conversation goes from the mails to staff as well', async () => {
  const person = await createPerson(db);
  const { reportId, caseId } = await somebody(person);
  const messageId = await db.transaction(async (tx) => {
    const thread = await threadWith(tx, caseId, { kind: 'citizen', id: reportId }, 'secret');
    const said = await say(tx, thread, { words: 'Mio figlio', authorKind: 'citizen', authorId: reportId });
    const { noteId } = await tx.findOneByOrFail(ThreadMessage, { id: said });
    const id = randomUUID();
    await tx.insert(Message, {
      ...{
        id,
        caseId,
        event: 'thread-message',
        recipientKind: 'user',
        recipientId: randomUUID(),
        locale: 'it',
      },
      ...{
        status: 'sent',
        dedupeKey: id,
        data: { threadId: thread.id, noteId },
        text: 'Mio figlio',
        html: '<p>',
      },
    } as never);
    return id;
  });
  await erasePerson(db, person.id, how());
  const { text, html } = await db.getRepository(Message).findOneByOrFail({ id: messageId });
  expect([text, html]).toEqual([null, null]);
});
