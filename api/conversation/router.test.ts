import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createMunicipality } from '../../activities/emergency/testing';
import {
  Case,
  Handover,
  Message,
  Note,
  Question,
  Report,
  SlaPolicy,
  Thread,
  ThreadMessage,
} from '../../db/entities';
import { eraseReports } from '../../db/privacy/erase';
import { exportReport } from '../../db/privacy/export';
import { hashToken, rowToken, trackingCode } from '../../db/tokens';
import { startReportWorkflow } from '../../temporal/starter';
import { devServerEnvironment } from '../../temporal/testing';
import { startWork } from '../../temporal/testing-work';
import {
  type Console,
  createCrewAndSupplier,
  createReport,
  createTown,
  startConsole,
  until,
  type Visitor,
} from '../console/testing';

let temporal: TestWorkflowEnvironment;
let at: Console;
let stopWork: () => Promise<void>;
let admin: Visitor;

beforeAll(async () => {
  temporal = await devServerEnvironment();
  at = await startConsole(temporal.client);
  await createMunicipality(at.db);
  const days = { minutes: 10 * 24 * 60, mode: 'clock' as const, remindBefore: null, grace: null };
  await at.db.getRepository(SlaPolicy).insert({
    ...{ id: randomUUID(), name: 'ordinary', urgency: 'ordinary' },
    targets: { targets: { repair: days, rating: days, handover: days }, maxPauseMinutes: 10 * 24 * 60 },
  });
  stopWork = await startWork(temporal, at.db);
  admin = await at.person('admin');
});
afterAll(async () => {
  await stopWork();
  await at.stop();
  await temporal.teardown();
});

/** An accepted case, and a supplier. */
async function scene() {
  const town = await createTown(at.db);
  const { supplierId } = await createCrewAndSupplier(at.db, town);
  const { id: reportId } = await createReport(at.db, town);
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  const { id: caseId } = await until(() =>
    at.db.getRepository(Case).findOneBy({ departmentId: town.departmentId }),
  );
  for (const name of ['verify', 'accept']) await give(caseId, { name });
  return { caseId, to: { kind: 'supplier', id: supplierId } };
}
async function give(caseId: string, body: object): Promise<void> {
  const answer = await admin.post(`/cases/${caseId}/commands`, { commandId: randomUUID(), ...body });
  expect([answer.status, answer.body.fields]).toEqual([200, undefined]);
}
const note = 'Quando potete <b>venire</b>?';
const path = (purpose: 'question' | 'offer' | 'thread', id: string) =>
  `/x/${rowToken(at.deps.config.appSecret, purpose, id)}`;
const page = async (url: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${at.origin}${url}`, {
    headers: { accept: 'text/html', 'accept-language': 'it', ...headers },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

async function asked(over: Partial<Question> = {}) {
  const { caseId, to } = await scene();
  await give(caseId, { name: 'ask', of: to, dueAt: Date.now() + 3_600_000, note });
  const { id } = await at.db.getRepository(Question).findOneByOrFail({ caseId });
  if (Object.keys(over).length > 0) await at.db.getRepository(Question).update({ id }, over);
  return { caseId, url: path('question', id), id };
}

test('a supplier answers a question by its link, once, and the case goes on', async () => {
  const { caseId, url, id } = await asked();
  const before = await page(url);
  expect(before.status).toBe(200);
  expect(before.text).toContain('Quando potete &lt;b&gt;venire&lt;/b&gt;?');
  expect(before.headers.get('cache-control')).toBe('no-store');
  expect(before.headers.get('referrer-policy')).toBe('no-referrer');
  const after = await page(url, { words: 'Lunedì.' });
  expect(after.text).toContain('abbiamo registrato la risposta');
  await until(
    async () => (await at.db.getRepository(Case).findOneByOrFail({ id: caseId })).openQuestions === 0,
  );
  const { status, answerId } = await at.db.getRepository(Question).findOneByOrFail({ id });
  expect(status).toBe('answered');
  expect(await at.db.getRepository(ThreadMessage).findOneBy({ id: answerId! })).toMatchObject({
    authorKind: 'supplier',
  });
  expect((await page(url, { words: 'Anzi martedì.' })).status).toBe(409);
});

test('an answer without words stays in the form, one from another site is refused, nothing is written', async () => {
  const { url } = await asked();
  const notes = await at.db.getRepository(Note).count();
  expect((await page(url, { words: ' ' })).status).toBe(422);
  expect((await page(url, { words: 'x'.repeat(5000) })).status).toBe(422);
  expect((await page(url, { words: 'ok', more: '1' })).status).toBe(422);
  expect((await page(url, { words: 'ok' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(await at.db.getRepository(Note).count()).toBe(notes);
});

test('a forged link opens nothing, an old one says so', async () => {
  expect((await page('/x/0000000000000000000000000')).status).toBe(404);
  const month = 31 * 24 * 3_600_000;
  const { url } = await asked({ dueAt: new Date(Date.now() - month) });
  expect((await page(url)).status).toBe(410);
  expect((await page(url, { words: 'Tardi' })).status).toBe(410);
});

test('a question to a department has no link', async () => {
  const { caseId } = await scene();
  const { departmentId } = await createTown(at.db);
  await give(caseId, {
    name: 'ask',
    of: { kind: 'department', id: departmentId },
    dueAt: Date.now() + 3_600_000,
    note,
  });
  const { id } = await at.db.getRepository(Question).findOneByOrFail({ caseId });
  expect((await page(path('question', id))).status).toBe(404);
});

test.each([
  ['yes', {}, 'il caso è vostro', { status: 'assigned' }],
  ['no', { reason: 'no-capacity', note: 'Ferie' }, 'non potete occuparvene', { status: 'assigning' }],
])('an offer is answered by its link: %s', async (taken, more, said, row) => {
  const { caseId, to } = await scene();
  await give(caseId, { name: 'hand-over', to, note });
  const { id } = await at.db.getRepository(Handover).findOneByOrFail({ caseId });
  const url = path('offer', id);
  expect((await page(url, { taken: 'no' })).status).toBe(422);
  const answer = await page(url, { taken, ...more } as Record<string, string>);
  expect([answer.status, answer.text.includes(said)]).toEqual([200, true]);
  expect(await at.db.getRepository(Case).findOneByOrFail({ id: caseId })).toMatchObject(row);
  const again = await page(url, { taken: taken === 'yes' ? 'no' : 'yes', reason: 'other' });
  expect(again.status).toBe(409);
});

test('a citizen answers on the tracking page, and the answer is exported and forgotten with the report', async () => {
  const { caseId } = await scene();
  const [{ id: reportId }] = await at.db.query('SELECT report_id AS id FROM membership WHERE case_id = $1', [
    caseId,
  ]);
  await give(caseId, {
    ...{ name: 'ask', of: { kind: 'citizen', id: reportId }, dueAt: Date.now() + 3_600_000 },
    note: 'Da che lato della strada?',
  });
  const { id } = await at.db.getRepository(Question).findOneByOrFail({ caseId });
  const code = trackingCode(at.deps.config.appSecret, reportId);
  await at.db.getRepository(Report).update({ id: reportId }, { trackingHash: hashToken(code) });
  expect((await page(`/t/${code}`)).text).toContain('Da che lato della strada?');
  const url = `/t/${code}/answers/${id}`;
  expect((await page(url, { words: '' })).status).toBe(422);
  const answered = await page(url, { words: 'Dal lato dei numeri pari' });
  expect([answered.status, answered.text.includes('/answers/')]).toEqual([200, false]);
  await until(
    async () => (await at.db.getRepository(Case).findOneByOrFail({ id: caseId })).openQuestions === 0,
  );
  expect((await page(url, { words: 'Ancora' })).status).toBe(409);
  const report = await at.db.getRepository(Report).findOneByOrFail({ id: reportId });
  const { conversation } = await exportReport(at.db, report);
  expect(conversation).toMatchObject([
    { from: 'municipality', text: 'Da che lato della strada?' },
    { from: 'citizen', text: 'Dal lato dei numeri pari' },
  ]);
  const actor = { kind: 'citizen', id: reportId } as const;
  await eraseReports(at.db, [reportId], { actor, reason: 'request', dataDir: at.deps.config.dataDir });
  expect((await exportReport(at.db, report)).conversation[1]).toMatchObject({ text: null });
});

test('a supplier reads a thread by its link and writes in it', async () => {
  const { caseId, to } = await scene();
  const said = await admin.post(`/cases/${caseId}/messages`, { to, words: 'Avete il <i>conglomerato</i>?' });
  expect(said.status).toBe(201);
  const thread = await at.db.getRepository(Thread).findOneByOrFail({ caseId });
  const url = path('thread', thread.id);
  expect((await page(url)).text).toContain('Avete il &lt;i&gt;conglomerato&lt;/i&gt;?');
  expect((await page(url, { words: '' })).status).toBe(422);
  expect((await page(url, { words: 'Sì, due tonnellate.' })).text).toContain('due tonnellate');
  const [mail] = await at.db.getRepository(Message).findBy({ caseId, event: 'thread-message' });
  expect(mail).toMatchObject({ recipientKind: 'supplier', data: { threadId: thread.id } });
  const month = 31 * 24 * 3_600_000;
  await at.db
    .getRepository(ThreadMessage)
    .update({ threadId: thread.id }, { createdAt: new Date(Date.now() - month) });
  expect((await page(url)).status).toBe(410);
});

test('a citizen who was written to reads it on the tracking page and writes back', async () => {
  const { caseId } = await scene();
  const [{ id: reportId }] = await at.db.query('SELECT report_id AS id FROM membership WHERE case_id = $1', [
    caseId,
  ]);
  const code = trackingCode(at.deps.config.appSecret, reportId);
  await at.db.getRepository(Report).update({ id: reportId }, { trackingHash: hashToken(code) });
  expect((await page(`/t/${code}/messages`, { words: 'C’è nessuno?' })).status).toBe(404);
  await admin.post(`/cases/${caseId}/messages`, { to: { kind: 'citizen', id: reportId }, words: 'Grazie!' });
  expect((await page(`/t/${code}`)).text).toContain('Grazie!');
  expect((await page(`/t/${code}/messages`, { words: 'Di niente' })).text).toContain('Di niente');
});

test('an offer that was taken back is gone', async () => {
  const { caseId, to } = await scene();
  await give(caseId, { name: 'hand-over', to, note });
  const { id: handoverId } = await at.db.getRepository(Handover).findOneByOrFail({ caseId });
  await give(caseId, { name: 'withdraw-handover', handoverId });
  const { text } = await page(path('offer', handoverId));
  expect(text).toContain('Questa offerta non c’è più');
  expect(text).not.toContain('<form');
});
