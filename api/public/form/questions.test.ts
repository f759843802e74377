import { Category, LogEntry, Note, Report } from '../../../db/entities';
import type { Attribute } from '../../../domain/attributes/attribute';
import { draft, type Form, fieldOf, startForm } from './testing';

let site: Form;
const choices = [
  { key: 'road', it: 'Dalla strada', en: 'The road' },
  { key: 'house', it: 'Da una casa', en: 'A house' },
];
const attribute = (change: Partial<Attribute>): Attribute => ({
  ...{ code: 'a', kind: 'text', it: 'Domanda', en: 'Question', hintIt: '', hintEn: '' },
  ...{ required: false, choices: [], stops: false, when: null },
  ...change,
});
const asked = [
  attribute({ code: 'where', kind: 'single', it: 'Da dove?', en: 'From where?', required: true, choices }),
  attribute({
    ...{ code: 'call', kind: 'notice', it: 'Chiama il <proprietario>', en: 'Call the owner' },
    ...{ stops: true, when: { code: 'where', key: 'house' } },
  }),
  attribute({ code: 'plates', kind: 'multiple', it: 'Quali?', en: 'Which?', choices }),
  attribute({ code: 'since', kind: 'date', it: 'Da quando?', en: 'Since when?' }),
];
beforeAll(async () => {
  site = await startForm();
  await site.db.getRepository(Category).update(site.town.categoryId, { attributes: asked });
});
afterAll(() => site.stop());

const isAsking = (html: string) => html.includes('id="questions-form"');
const post = (values: Record<string, string>) =>
  site.post(site.typed({ asked: site.town.categoryId, draft: draft(), step: 'summary', ...values }));

test('the questions of the category come before the summary, each with its kind of field', async () => {
  const { status, html } = await post({ asked: '' });
  expect([status, isAsking(html)]).toEqual([200, true]);
  expect(html).toContain('name="attributes[where]" value="road"');
  expect(html).toContain('name="attributes[plates][]" value="house"');
  expect(html).toMatch(/name="attributes\[since\]"[^>]* type="date"/);
  expect(html).not.toContain('Chiama il');
  expect(fieldOf(html, 'text')).toBe('Una &lt;buca&gt; &amp; &quot;più&quot;');
  expect(fieldOf(html, 'asked')).toBe(site.town.categoryId);
});

test('an answer that is missing or stops is said there, and what was answered stays', async () => {
  const missing = await post({ 'attributes[where]': '', 'attributes[since]': '2026-02-30' });
  expect([missing.status, isAsking(missing.html)]).toEqual([422, true]);
  expect(missing.html).toContain('href="#attributes-where"');
  expect(missing.html).toContain('value="2026-02-30"');
  const stopped = await post({ 'attributes[where]': 'house', 'attributes[plates][]': 'road' });
  expect([stopped.status, isAsking(stopped.html)]).toEqual([422, true]);
  expect(stopped.html).toContain('Chiama il &lt;proprietario&gt;');
  expect(stopped.html).toMatch(/name="attributes\[where\]" value="house" checked/);
  expect(stopped.html).toMatch(/name="attributes\[plates\]\[\]" value="road" checked/);
});

test('answers are shown in the summary, kept with the report, and vouched for by its log', async () => {
  const summary = await post({ 'attributes[where]': 'road', 'attributes[since]': '2026-11-03' });
  expect(summary.html).toContain('Dalla strada');
  const attributes = fieldOf(summary.html, 'attributes')!.replaceAll('&quot;', '"');
  const sent = await post({ attributes, step: 'send' });
  expect(sent.status).toBe(303);
  const report = await site.db.getRepository(Report).findOneByOrFail({});
  const note = await site.db.getRepository(Note).findOneByOrFail({ id: report.answersNoteId! });
  expect(JSON.parse(note.body!)).toEqual([
    { code: 'where', kind: 'single', it: 'Da dove?', en: 'From where?', value: 'road', chosen: [choices[0]] },
    { code: 'since', kind: 'date', it: 'Da quando?', en: 'Since when?', value: '2026-11-03' },
  ]);
  const entry = { chain: `report:${report.id}`, name: 'attributes-given', noteId: note.id, public: false };
  expect(await site.db.getRepository(LogEntry).countBy(entry)).toBe(1);
});

test('answers to another category’s questions are asked for anew; no JSON at all is refused', async () => {
  expect(isAsking((await post({ asked: 'other', attributes: '{"x":1}' })).html)).toBe(true);
  for (const attributes of ['{', '[]', '"x"', '{"where":{"a":1}}', '{"nothing":"x"}', '{"__proto__":"x"}']) {
    const { status, html } = await post({ attributes });
    expect([attributes, status, isAsking(html)]).toEqual([attributes, 422, true]);
  }
});

test('where seconds count nothing is asked, and praise has no such questions', async () => {
  for (const change of [{ emergency: 'imminent' }, { kind: 'praise' }] as Record<string, string>[]) {
    const { status, html } = await post({ asked: '', ...change });
    expect([status, isAsking(html)]).toEqual([200, false]);
    expect(html).toContain('id="send-form"');
  }
});

test('the API names the questions, and refuses as the form does', async () => {
  const list = await fetch(`${site.origin}/api/v1/categories`, { headers: { 'accept-language': 'en' } });
  const [category] = (await list.json()) as { attributes: object[] }[];
  expect(category?.attributes).toHaveLength(4);
  expect(category?.attributes[0]).toMatchObject({
    code: 'where',
    question: 'From where?',
    choices: [{ key: 'road', name: 'The road' }, {}],
  });
  const send = async (attributes: unknown, change = {}) => {
    const body = { ...{ category: site.town.categoryId, text: 'x', latitude: 44.9125, longitude: 8.615 } };
    const answer = await fetch(`${site.origin}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ ...body, danger: 2, privacyRead: true, attributes, ...change }),
    });
    const { fields } = (await answer.json()) as { fields?: object };
    return { status: answer.status, fields };
  };
  expect(await send(undefined)).toEqual({
    status: 422,
    fields: { 'attributes.where': 'This field is required.' },
  });
  expect(await send({ where: 'house' })).toEqual({
    status: 422,
    fields: { 'attributes.call': 'Call the owner' },
  });
  expect((await send({ where: 'road', plates: 'x'.repeat(1001) })).status).toBe(422);
  expect((await send({ where: 'road', plates: ['house'] })).status).toBe(201);
  expect((await send({ where: 'house' }, { emergency: 'imminent' })).status).toBe(201);
});
