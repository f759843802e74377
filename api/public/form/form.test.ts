import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { createMunicipality } from '../../../activities/emergency/testing';
import { createTown, type Town } from '../../../activities/testing';
import { DraftPhoto, HouseNumber, Photo, Report } from '../../../db/entities';
import { hashToken } from '../../../db/tokens';
import { type Site, startSite } from '../../testing';

/** Only what a browser without JavaScript does: pages are read and their forms are posted. */
let site: Site;
let town: Town;
beforeAll(async () => {
  site = await startSite({
    env: { RATE_LIMIT_FACTOR: '100', TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png' },
  });
  await createMunicipality(site.db, { houseNumbersSource: 'Catasto' });
  town = await createTown(site.db);
  const location = { type: 'Point' as const, coordinates: [8.61, 44.91] as [number, number] };
  await site.db.getRepository(HouseNumber).insert([
    { id: 1, street: 'Via Roma', number: '12/B', postcode: '15121', quarter: 'Centro', location },
    { id: 2, street: 'Corso Roma', number: '3', postcode: '15121', quarter: 'Pista', location },
  ]);
});
afterAll(() => site.stop());

const typed = (change: Record<string, string> = {}) => ({
  ...{ category: town.categoryId, text: 'Una <buca> & "più"', latitude: '44.9125', longitude: '8.615' },
  ...{ danger: '3', emergency: 'none', kind: 'problem', privacyRead: 'true', address: '', email: '' },
  ...change,
});

const photo = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();

interface Posted {
  files?: Buffer[];
  headers?: Record<string, string>;
}

async function post(values: Record<string, string>, { files = [], headers = {} }: Posted = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  for (const file of files) form.append('photos', new Blob([new Uint8Array(file)]), 'x.jpg');
  const answer = await fetch(`${site.origin}/`, {
    method: 'POST',
    headers: { accept: 'text/html', ...headers },
    body: form,
    redirect: 'manual',
  });
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
}
/** The value of a field as the page would post it again. */
const fieldOf = (html: string, name: string) => {
  const text = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)<`).exec(html)?.[1];
  const input = new RegExp(`<input[^>]* name="${name}" value="([^"]*)"(?![^>]*type="radio")`).exec(html)?.[1];
  const checked = new RegExp(`name="${name}" value="([^"]*)" checked`).exec(html)?.[1];
  const selected = new RegExp(`<select[^>]* name="${name}"[\\s\\S]*?<option value="([^"]*)" selected`).exec(
    html,
  )?.[1];
  return text ?? checked ?? selected ?? input;
};
const draft = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
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
