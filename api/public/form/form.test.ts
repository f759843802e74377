import { randomUUID } from 'node:crypto';
import { DraftPhoto, Photo, Report, RoadOwner } from '../../../db/entities';
import { hashToken } from '../../../db/tokens';
import { serve } from '../../testing';
import { draft, type Form, fieldOf, photo, startForm } from './testing';

let site: Form;
const typed: Form['typed'] = (change) => site.typed(change);
const post: Form['post'] = (values, how) => site.post(values, how);
beforeAll(async () => {
  site = await startForm();
});
afterAll(() => site.stop());

const reports = () => site.db.getRepository(Report).count();

test('the page asks in Italian or English, shows 112 first, and sends nobody anywhere else', async () => {
  const answer = await fetch(`${site.origin}/?lang=en`);
  const html = await answer.text();
  expect(html).toContain('<html lang="en">');
  expect(html.indexOf('112')).toBeLessThan(html.indexOf('<form'));
  expect(html).toContain('House numbers: Catasto');
  expect(answer.headers.get('content-security-policy')).toContain('https://tiles.example');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('lang='));
  expect(cookie).toContain('lang=en');
  const again = await fetch(`${site.origin}/`, { headers: { cookie: 'lang=en' } });
  expect(await again.text()).toContain('<html lang="en">');
  expect(await (await fetch(`${site.origin}/`)).text()).toContain('<html lang="it">');
});

test('all that is wrong is said at once, beside its field and above, and what was typed is still there', async () => {
  const before = await reports();
  const values = typed({ category: '', latitude: '', longitude: '', email: 'nessuno@', privacyRead: '' });
  const { status, html } = await post(values);
  expect(status).toBe(422);
  const above = html.split('id="errors"')[1]!.split('</div>')[0]!;
  expect([...above.matchAll(/href="#(\w+)"/g)].map(([, field]) => field).sort()).toEqual([
    ...['category', 'email', 'place', 'privacyRead'],
  ]);
  expect(html.match(/class="bc-error"/g)).toHaveLength(4);
  expect(fieldOf(html, 'text')).toBe('Una &lt;buca&gt; &amp; &quot;più&quot;');
  expect(fieldOf(html, 'email')).toBe('nessuno@');
  expect(fieldOf(html, 'danger')).toBe('3');
  expect(await reports()).toBe(before);
});

test.each([
  ['far too many words', { text: 'x'.repeat(20_000) }],
  ['a step that there is not', { step: 'pay', text: '' }],
  ['a draft that nobody gave out', { draft: '../../etc/passwd', text: '' }],
  ['fields of somebody else’s', { danger: 'none', kind: 'x', placeSource: 'moon', houseNumber: '-1' }],
])('%s: a page that says so', async (_what, change) => {
  const { status, html } = await post(typed(change as Record<string, string>));
  expect(status).toBe(422);
  expect(html).toContain('id="errors"');
});

describe('an address', () => {
  const nowhere = { latitude: '', longitude: '' };

  test('is searched among the known ones and becomes the place', async () => {
    const search = await post(typed({ ...nowhere, address: 'roma', step: 'address' }));
    expect(search.status).toBe(200);
    expect(search.html).toMatch(
      /Via Roma 12\/B, Centro[\s\S]*Corso Roma 3, Pista|Corso Roma 3, Pista[\s\S]*Via Roma/,
    );
    const chosen = await post(typed({ ...nowhere, address: 'roma', houseNumber: '1' }));
    expect([chosen.status, fieldOf(chosen.html, 'address')]).toEqual([200, 'Via Roma 12/B']);
    expect([fieldOf(chosen.html, 'latitude'), fieldOf(chosen.html, 'placeSource')]).toEqual([
      '44.91',
      'address',
    ]);
  });

  test('that was typed and not looked up is looked up at the next step', async () => {
    const { status, html } = await post(typed({ ...nowhere, address: 'via roma 12' }));
    expect(status).toBe(422);
    expect(html).toContain('Via Roma 12/B, Centro');
  });

  test('typed after a place was chosen is another place, to be chosen again', async () => {
    const chosen = { address: 'Corso Roma 3', placeAddress: 'Corso Roma 3' };
    expect((await post(typed(chosen))).status).toBe(200);
    const changed = await post(typed({ ...chosen, address: 'via roma' }));
    expect(changed.status).toBe(422);
    expect([fieldOf(changed.html, 'latitude'), fieldOf(changed.html, 'address')]).toEqual(['', 'via roma']);
    expect(changed.html).toContain('Via Roma 12/B, Centro');
    const exact = await post(typed({ ...chosen, address: 'via roma 12/b' }));
    expect([exact.status, fieldOf(exact.html, 'latitude')]).toEqual([200, '44.91']);
    // Words that are no address leave the point on the map as it is, and name nothing else.
    const free = await post(typed({ address: 'zzzz' }));
    expect([free.status, fieldOf(free.html, 'latitude'), fieldOf(free.html, 'address')]).toEqual([
      200,
      '44.9125',
      '',
    ]);
  });

  test.each([
    ['a 1'.padEnd(60_000), ''],
    ['', '999999999999'],
    ['via\0roma', '1e9'],
  ])('that is none at all does no harm', async (address, houseNumber) => {
    const begun = Date.now();
    for (const step of ['address', 'summary'])
      expect((await post(typed({ ...nowhere, address, houseNumber, step }))).status).toBeLessThan(500);
    expect(Date.now() - begun).toBeLessThan(5000);
  });

  test('that nobody knows is said to be so', async () => {
    const { html } = await post(typed({ ...nowhere, address: 'zzzz', step: 'address' }));
    expect(html).not.toContain('name="houseNumber"');
  });
});

test('photos stay while the rest is mended, and can be taken out again', async () => {
  const token = draft();
  const files = [await photo(), Buffer.from('no picture'), await photo()];
  const first = await post(typed({ draft: token, text: '' }), { files });
  expect(first.status).toBe(422);
  const pictures = () =>
    [...first.html.matchAll(/src="\/drafts\/[\w-]{22}\/([\w-]{36})"/g)].map(([, id]) => id!);
  expect(pictures()).toHaveLength(2);
  const open = (code: string, id: string) => fetch(`${site.origin}/drafts/${code}/${id}`);
  expect((await open(token, pictures()[0]!)).headers.get('content-type')).toBe('image/jpeg');
  expect((await open(draft(), pictures()[0]!)).status).toBe(404);
  const removed = await post(typed({ draft: token, remove: pictures()[0]! }));
  expect(removed.html.match(/src="\/drafts\//g)).toHaveLength(1);
  const summary = await post(typed({ draft: token }));
  expect([summary.status, summary.html.match(/src="\/drafts\//g)!.length]).toEqual([200, 1]);
  const sent = await post(typed({ draft: token, step: 'send' }));
  expect(sent.status).toBe(303);
  expect(await site.db.getRepository(DraftPhoto).countBy({ draftHash: hashToken(token) })).toBe(0);
});

test('a photo that cannot be used is named at every step', async () => {
  for (const step of ['address', 'edit', 'summary', 'send']) {
    const { status, html } = await post(typed({ step, address: 'roma' }), { files: [Buffer.from('HEIC')] });
    expect([step, status, html.includes('href="#photos"')]).toEqual([step, 422, true]);
  }
});

test('too much at once is said in the form, with all that arrived', async () => {
  const long = await post(typed({ email: 'ada@example.org', text: 'x'.repeat(70_000) }));
  expect([long.status, fieldOf(long.html, 'email')]).toEqual([422, 'ada@example.org']);
  expect(long.html).toContain('Il testo è troppo lungo');
  const files = await Promise.all([1, 2, 3, 4, 5].map(photo));
  const many = await post(typed({ text: 'Cinque foto' }), { files });
  expect([many.status, fieldOf(many.html, 'text')]).toEqual([422, 'Cinque foto']);
  expect(many.html).toContain('al massimo 3 foto');
});

test('whoever sends too often is told so, with what was typed', async () => {
  const few = await serve({ ...site.deps, config: { ...site.deps.config, rateLimitFactor: 0.01 } });
  const send = () => post(typed({ step: 'send' }), { origin: few.origin });
  await site.db.query('DELETE FROM rate_limit');
  const [first, second] = [await send(), await send()];
  await few.close();
  expect([first.status, second.status]).toEqual([303, 429]);
  expect(fieldOf(second.html, 'danger')).toBe('3');
  expect(second.html).toContain('112');
});

test('the other language keeps what was typed', async () => {
  const { html } = await post(typed({ step: 'edit' }), { query: '?lang=en' });
  expect([html.includes('<html lang="en">'), fieldOf(html, 'danger')]).toEqual([true, '3']);
  // What is typed goes along with the press of the button.
  const button = /<button class="bc-lang" form="([\w-]+)" formaction="([^"]+)" name="step" value="edit"/.exec(
    html,
  );
  expect(button?.slice(1)).toEqual(['report-form', '/?lang=it']);
  expect(html).toContain('id="report-form"');
  // The Enter key presses the first button of the form: it goes on.
  expect(/<button[^>]* form="report-form"[^>]*>/.exec(html)?.[0]).toContain('value="summary"');
  const summary = await post(typed());
  expect(summary.html).toMatch(/<button class="bc-lang" form="send-form"[^>]* value="summary"/);
  expect(summary.html).toContain('/assets/public/send.js');
});

test('a report that went to the owner of the road says so before it is sent', async () => {
  const ring = [
    [8.6, 44.9],
    [8.62, 44.9],
    [8.62, 44.905],
    [8.6, 44.905],
    [8.6, 44.9],
  ] as [number, number][];
  await site.db.getRepository(RoadOwner).insert({
    ...{ id: randomUUID(), name: 'Provincia di Esempio', kind: 'province', contactIt: '-', contactEn: '-' },
    ...{ onReport: 'forward', email: 'p@example.org', area: { type: 'Polygon', coordinates: [ring] } },
  });
  const { html } = await post(typed({ latitude: '44.902' }));
  expect(html).toContain('ma di Provincia di Esempio: inoltriamo');
  expect(html).not.toContain('Entro quando');
});

test('the summary shows what will be sent, and sends just that once, however often it is pressed', async () => {
  const token = draft();
  const values = typed({ draft: token, emergency: 'imminent', email: 'ada@example.org' });
  const summary = await post(values, { files: [await photo()] });
  expect(summary.status).toBe(200);
  expect(summary.html).toContain('Una &lt;buca&gt; &amp; &quot;più&quot;');
  expect(summary.html).toContain('112');
  const hidden = Object.fromEntries(
    [...summary.html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>;
  const again = Object.fromEntries(
    Object.entries(hidden).map(([name, value]) => [
      name,
      value
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    ]),
  );
  const back = await post({ ...again, step: 'edit' });
  expect([back.status, fieldOf(back.html, 'email')]).toEqual([200, 'ada@example.org']);

  const presses = await Promise.all([1, 2, 3].map(() => post({ ...again, step: 'send' })));
  presses.push(await post({ ...again, step: 'send' }));
  const places = new Set(presses.filter(({ status }) => status === 303).map(({ to }) => to));
  expect(places.size).toBe(1);
  const code = /^\/t\/([\w-]+)\?sent$/.exec([...places][0]!)![1]!;
  const row = await site.db.getRepository(Report).findOneByOrFail({ trackingHash: hashToken(code) });
  expect(row).toMatchObject({ channel: 'web', emergency: 'imminent', danger: 3 });
  expect(await site.db.getRepository(Photo).countBy({ reportId: row.id })).toBe(1);
  expect(presses.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  // Gone back, changed and sent again: the report that is there takes what is to be added.
  const changed = await post({ ...again, text: 'Anche il marciapiede', step: 'send' });
  expect([changed.status, changed.to]).toEqual([303, `/t/${code}?again`]);
});

test('a form of another site is refused, with a page', async () => {
  const before = await reports();
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
  ];
  for (const headers of foreign) {
    const { status, html } = await post(typed({ step: 'send' }), { headers });
    expect([status, html.includes('<h1>')]).toEqual([403, true]);
  }
  expect(await reports()).toBe(before);
});
