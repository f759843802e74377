import { Report } from '../../../db/entities';
import { hashToken } from '../../../db/tokens';
import { draft, type Form, fieldOf, photo, startForm } from './testing';

let site: Form;
const typed: Form['typed'] = (change) => site.typed(change);
const post: Form['post'] = (values, how) => site.post(values, how);
beforeAll(async () => {
  site = await startForm();
});
afterAll(() => site.stop());

describe('the kind', () => {
  const asksDanger = (html: string) =>
    ['danger', 'emergency'].map((name) => html.includes(`type="radio" name="${name}"`));

  test('is chosen first, by buttons that need no script, and keeps what was typed and attached', async () => {
    const token = draft();
    const first = await (await fetch(`${site.origin}/`)).text();
    expect(asksDanger(first)).toEqual([true, true]);
    expect(first.indexOf('name="choose"')).toBeLessThan(first.indexOf('id="category"'));
    const chosen = await post(
      typed({ draft: token, danger: '4', emergency: 'injured', choose: 'question' }),
      { files: [await photo()] },
    );
    expect([chosen.status, fieldOf(chosen.html, 'kind')]).toEqual([200, 'question']);
    expect(chosen.html).toContain('value="question" aria-pressed="true"');
    expect(chosen.html).toContain('<h1>Fai una domanda</h1>');
    expect(asksDanger(chosen.html)).toEqual([false, false]);
    expect(fieldOf(chosen.html, 'text')).toBe('Una &lt;buca&gt; &amp; &quot;più&quot;');
    expect(chosen.html.match(/src="\/drafts\//g)).toHaveLength(1);
    const kept = { danger: fieldOf(chosen.html, 'danger'), emergency: fieldOf(chosen.html, 'emergency') };
    expect(kept).toEqual({ danger: '4', emergency: 'injured' });
    const back = await post(
      typed({ kind: 'question', danger: '4', emergency: 'injured', choose: 'problem' }),
    );
    expect(asksDanger(back.html)).toEqual([true, true]);
    expect(back.html).toContain('name="emergency" value="injured" checked');
  });

  test.each(['question', 'praise', 'proposal'])('%s: nobody asks how dangerous it is', async (kind) => {
    // As the hidden fields of somebody who first thought of a problem.
    const asked = typed({ kind, danger: '4', emergency: 'injured' });
    const { status, html } = await post(asked);
    expect(status).toBe(200);
    expect(html).not.toContain('Quanto è pericoloso?');
    expect(html).not.toContain('È un’emergenza?');
    expect(html).toContain('Che cosa vuoi dirci?');
    const sent = await post({ ...asked, step: 'send' });
    const code = /^\/t\/([\w-]+)\?sent$/.exec(sent.to!)![1]!;
    const row = await site.db.getRepository(Report).findOneByOrFail({ trackingHash: hashToken(code) });
    expect(row).toMatchObject({ kind, danger: 1, emergency: 'none' });
  });

  test('a problem without a place is refused with all else that is wrong, a question is not', async () => {
    const nowhere = { latitude: '', longitude: '', privacyRead: '' };
    const wrong = ({ html }: { html: string }) =>
      [...html.matchAll(/<li><a href="#(\w+)"/g)].map(([, field]) => field);
    expect(wrong(await post(typed(nowhere)))).toEqual(['privacyRead', 'place']);
    const asked = { ...nowhere, kind: 'question', danger: '', emergency: '' };
    const question = await post(typed(asked));
    expect(wrong(question)).toEqual(['privacyRead']);
    expect(question.html).toContain('Riguarda un luogo? (facoltativo)');
    const summary = await post(typed({ ...asked, privacyRead: 'true' }));
    expect(summary.status).toBe(200);
    expect(summary.html).not.toMatch(/Riguarda un luogo|La tua e-mail/);
    expect(summary.html).not.toMatch(/<dd>\s*<\/dd>|undefined|\bnull\b/);
    const sent = await post(typed({ ...asked, privacyRead: 'true', step: 'send' }));
    expect(sent.status).toBe(303);
    const page = await (await fetch(`${site.origin}${sent.to}`)).text();
    expect(page).not.toMatch(/Dove si trova|undefined|\bnull\b/);
  });

  test('of a question the place can be taken out again, and what is no address has to be mended', async () => {
    const asked = typed({ kind: 'question', danger: '', emergency: '' });
    const placed = await post({ ...asked, step: 'edit' });
    expect(placed.html).toMatch(/value="nowhere">Togli il luogo/);
    const without = await post({ ...asked, address: 'Via Roma 12/B', step: 'nowhere' });
    expect([without.status, fieldOf(without.html, 'latitude'), fieldOf(without.html, 'address')]).toEqual([
      ...[200, '', ''],
    ]);
    expect(without.html).toMatch(/value="nowhere" hidden/);
    const nowhere = { ...asked, latitude: '', longitude: '' };
    const unknown = await post({ ...nowhere, address: 'zzzz' });
    expect([unknown.status, unknown.html.includes('oppure lascia vuoto')]).toEqual([422, true]);
    const typedOnly = await post({ ...nowhere, address: 'via roma 12' });
    expect([typedOnly.status, typedOnly.html.includes('Via Roma 12/B, Centro')]).toEqual([422, true]);
  });

  test('that there is not is said to be so', async () => {
    const { status, html } = await post(typed({ kind: 'joke' }));
    expect([status, html.includes('href="#kind"')]).toEqual([422, true]);
  });
});
