import { createMunicipality } from '../../activities/emergency/testing';
import { CaseFollower, CitizenLink, Message, Person, Report } from '../../db/entities';
import { applyRetention } from '../../db/privacy/retention';
import { citizenToken, hashToken } from '../../db/tokens';
import { type Console, createCase, createTown, startConsole, type Town } from '../console/testing';

let at: Console;
let town: Town;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  town = await createTown(at.db);
});
afterAll(() => at.stop());

const get = async (path: string, language = 'it') => {
  const headers = { accept: 'text/html', 'accept-language': language };
  const answer = await fetch(at.origin + path, { headers });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Record<string, string>) => {
  const headers = { accept: 'text/html', 'accept-language': 'it' };
  const answer = await fetch(at.origin + path, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, html: await answer.text() };
};
let addresses = 0;
const form = (change: Record<string, string> = {}) => ({
  ...{ email: `f${++addresses}@example.org`, privacyRead: 'true' },
  ...change,
});
const known = () => createCase(at.db, town, { status: 'assigning' });
const rowOf = async (email: string) => at.db.getRepository(Person).findOneByOrFail({ email });
const linkOf = (purpose: 'confirm' | 'unsubscribe', personId: string, about: string) =>
  `/${purpose === 'confirm' ? 'c' : 'u'}/${citizenToken(at.deps.config.appSecret, { purpose, personId, about })}`;

test('somebody follows a case, confirms by mail, and stops with one click', async () => {
  const { id: caseId, number } = await known();
  expect((await get(`/follow/${number}`)).html).toContain('Tienimi informato');
  const given = form();
  for (let twice = 0; twice < 2; twice++) {
    const { status, html } = await post(`/follow/${number}`, given);
    expect([status, html.includes('apri')]).toEqual([200, true]);
  }
  const person = await rowOf(given.email);
  const messages = await at.db.getRepository(Message).findBy({ recipientId: person.id });
  expect(messages.map(({ event, caseId }) => [event, caseId])).toEqual([['confirm-follow', caseId]]);
  const follower = () => at.db.getRepository(CaseFollower).findOneBy({ caseId, personId: person.id });
  expect(await follower()).toMatchObject({ confirmed: false, locale: 'it' });
  const confirm = linkOf('confirm', person.id, caseId);
  expect((await get(confirm)).status).toBe(200);
  expect(await follower()).toMatchObject({ confirmed: false });
  expect((await post(confirm, {})).status).toBe(200);
  expect(await follower()).toMatchObject({ confirmed: true });
  expect((await rowOf(given.email)).confirmedAt).not.toBeNull();

  const choices = linkOf('unsubscribe', person.id, caseId);
  expect((await get(choices)).html).toContain('In che lingua');
  expect((await post(`${choices}/language`, { locale: 'en' })).html).toContain('English');
  expect(await follower()).toMatchObject({ locale: 'en' });
  expect((await post(`${choices}/language`, { locale: 'fr' })).status).toBe(422);
  expect((await post(choices, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  expect(await follower()).toBeNull();
  // Other messages are another choice.
  expect((await rowOf(given.email)).confirmedAt).not.toBeNull();
});

test('what nobody may know, what is over and what is nothing cannot be followed', async () => {
  const closed = { status: 'closed', outcome: 'repaired', closedAt: new Date() } as const;
  for (const change of [
    { status: 'verifying' },
    { status: 'assigned', emergency: 'imminent' },
    closed,
  ] as const) {
    const { number } = await createCase(at.db, town, change);
    expect((await get(`/follow/${number}`)).status).toBe(404);
    expect((await post(`/follow/${number}`, form())).status).toBe(404);
  }
  for (const nothing of ['AL-1', '%00', '%F0%9F%98%80', '..%2F..'])
    expect((await get(`/follow/${nothing}`)).status).toBe(404);
});

test('a wrong address is said there, and nothing is written', async () => {
  const { number } = await known();
  const before = await at.db.getRepository(Person).count();
  for (const change of [{ email: 'nobody' }, { privacyRead: '' }, { email: '' }] as Record<
    string,
    string
  >[]) {
    const { status, html } = await post(`/follow/${number}`, form(change));
    expect([status, html.includes('bc-error')]).toEqual([422, true]);
  }
  expect(await at.db.getRepository(Person).count()).toBe(before);
});

test('a reporter changes the language of everything that is to come', async () => {
  const { id: caseId } = await known();
  const [{ id: reportId }] = await at.db.query('SELECT report_id AS id FROM membership WHERE case_id = $1', [
    caseId,
  ]);
  const { email } = form();
  await post(`/follow/${(await known()).number}`, { email, privacyRead: 'true' });
  const { id: personId } = await rowOf(email);
  await at.db.getRepository(Report).update(reportId, { personId });

  const token = citizenToken(at.deps.config.appSecret, { purpose: 'unsubscribe', personId, about: reportId });
  const expiresAt = new Date(Date.now() + 1e6);
  await at.db
    .getRepository(CitizenLink)
    .insert({ tokenHash: hashToken(token), purpose: 'unsubscribe', personId, reportId, expiresAt });
  await post(`/u/${token}/language`, { locale: 'en' });
  expect(await at.db.getRepository(Report).findOneByOrFail({ id: reportId })).toMatchObject({ locale: 'en' });
});

test('ninety days after the end the follower is forgotten, and the address where there is nothing else', async () => {
  const { number, id: caseId } = await known();
  const given = form();
  await post(`/follow/${number}`, given);
  const { id } = await rowOf(given.email);
  const days = (n: number) => new Date(Date.now() - n * 86_400_000);
  const close = (closedAt: Date) =>
    at.db.query('UPDATE cases SET closed_at = $2 WHERE id = $1', [caseId, closedAt]);
  await close(days(80));
  await applyRetention(at.db, at.deps.config.dataDir);
  expect(await at.db.getRepository(CaseFollower).countBy({ caseId })).toBe(1);
  await close(days(91));
  await applyRetention(at.db, at.deps.config.dataDir);
  expect(await at.db.getRepository(CaseFollower).countBy({ caseId })).toBe(0);
  expect(await at.db.getRepository(Person).findOneByOrFail({ id })).toMatchObject({ email: null });
});
