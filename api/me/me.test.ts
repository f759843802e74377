import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../activities/emergency/testing';
import { createReward, createSaver, qualify, reportedBy } from '../../activities/rewards/testing';
import { createPerson } from '../../activities/testing';
import {
  Appeal,
  CitizenLink,
  Membership,
  Message,
  Note,
  Person,
  PointsEntry,
  Redemption,
} from '../../db/entities';
import { eraseReports } from '../../db/privacy/erase';
import { exportPerson } from '../../db/privacy/export';
import { meet } from '../../db/testing';
import { citizenToken, hashToken, redemptionCode } from '../../db/tokens';
import { addressOf } from '../../deliveries/addresses';
import { linksOf } from '../../deliveries/links';
import { createTown, type Town } from '../console/testing';
import { openLinks } from '../intake/person';
import { type Site, startSite } from '../testing';
import { openOwnPage } from './link';

let at: Site;
let town: Town;
beforeAll(async () => {
  at = await startSite({ env: { PUBLIC_URL: 'http://city.example', RATE_LIMIT_FACTOR: '100' } });
  await createMunicipality(at.db);
  town = await createTown(at.db);
});
afterAll(() => at.stop());

const headers = { accept: 'text/html', 'accept-language': 'it' };
const get = async (path: string, language = 'it') => {
  const answer = await fetch(at.origin + path, { headers: { ...headers, 'accept-language': language } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(at.origin + path, { method: 'POST', headers, body, redirect: 'manual' });
  return { status: answer.status, html: await answer.text() };
};
const messagesTo = (recipientId: string) => at.db.getRepository(Message).findBy({ recipientId });

/** The page of a person, by a link as the mail has it. */
async function pageOf(personId: string): Promise<string> {
  const { meId } = await at.db.transaction((tx) => openOwnPage(tx, at.deps.config.appSecret, personId));
  const message = { event: 'me-link', recipientKind: 'person', recipientId: personId, data: { meId } };
  const links = { publicUrl: '', appSecret: at.deps.config.appSecret };
  const { meUrl } = linksOf({ reportId: null, caseId: null, ...message } as unknown as Message, links, null);
  return meUrl!;
}

/** So many cases of a person, each with what a technician found. */
async function judged(personId: string, count: number, found: Parameters<typeof qualify>[3] = {}) {
  const caseIds = [];
  for (let n = 0; n < count; n++) {
    const { caseId } = await reportedBy(at.db, town, [personId]);
    await qualify(at.db, town, caseId, found);
    caseIds.push(caseId);
  }
  return caseIds as [string, ...string[]];
}

describe('asking for the link', () => {
  test('says the same whoever asks, and writes only to a known and confirmed address, once', async () => {
    const [known, unconfirmed] = [await createPerson(at.db), await createPerson(at.db, false)];
    // Another mail with a link is no reason not to send this one.
    await pageOf(known.id);
    const pages = new Set<string>();
    for (const email of [known.email!, known.email!, unconfirmed.email!, 'nobody@example.org']) {
      const { status, html } = await post('/me', { email });
      pages.add(`${status} ${html}`);
    }
    expect(pages.size).toBe(1);
    const [message, ...more] = await messagesTo(known.id);
    expect([message?.event, more]).toEqual(['me-link', []]);
    expect(JSON.stringify(message?.data)).not.toContain(known.email);
    expect(await messagesTo(unconfirmed.id)).toEqual([]);
    expect(await at.db.getRepository(Person).countBy({ email: 'nobody@example.org' })).toBe(0);
  });

  test('is possible for whoever stopped all mails, unless somebody else had given the address', async () => {
    const [stopped, refused] = [await createPerson(at.db), await createPerson(at.db)];
    const { appSecret } = at.deps.config;
    for (const { id: personId, email } of [stopped, refused]) {
      const about = (await reportedBy(at.db, town, [personId])).reportIds[0]!;
      await openLinks(at.db.manager, appSecret, { personId, reportId: about, now: new Date() });
      const to = (purpose: 'confirm' | 'unsubscribe') =>
        citizenToken(appSecret, { purpose, personId, about });
      await post(`/u/${to('unsubscribe')}`, {});
      if (personId === refused.id) await post(`/c/${to('confirm')}`, { refuse: '1' });
      await post('/me', { email: email! });
    }
    expect(await messagesTo(refused.id)).toEqual([]);
    const [message] = await messagesTo(stopped.id);
    expect(message?.event).toBe('me-link');
    expect(await addressOf(at.db.manager, message!)).toBe(stopped.email);
    expect(await addressOf(at.db.manager, { ...message!, event: 'appeal-answered' })).toBeNull();
    const rows = await at.db.getRepository(Person).findBy([{ id: stopped.id }, { id: refused.id }]);
    expect(rows.map(({ mailsOffAt }) => mailsOffAt)).toEqual([expect.any(Date), expect.any(Date)]);
  });

  test.each<Record<string, string>>([
    { email: 'nobody' },
    { email: '' },
    {},
    { email: 'a@example.org', more: '1' },
  ])('%p is refused, and kept in the form', async (fields) => {
    const { status, html } = await post('/me', fields);
    expect(status).toBe(422);
    expect(html).toContain('role="alert" id="email-error"');
    expect(html.includes('aria-invalid="true" aria-describedby="email-error"')).toBe(!fields.more);
    expect(html).toContain(`value="${fields.email ?? ''}"`);
  });

  test('many in a short time are too many', async () => {
    const few = await startSite();
    await createMunicipality(few.db);
    const statuses = [];
    for (let n = 0; n < 12; n++) {
      const body = new URLSearchParams({ email: `n${n}@example.org` });
      statuses.push((await fetch(`${few.origin}/me`, { method: 'POST', headers, body })).status);
    }
    await few.stop();
    expect(statuses.slice(9)).toEqual([200, 429, 429]);
  });

  test('a link that is over offers another one; one that nobody made opens nothing', async () => {
    const here = await pageOf((await createPerson(at.db)).id);
    const tokenHash = hashToken(here.slice('/me/'.length));
    await at.db.getRepository(CitizenLink).update({ tokenHash }, { expiresAt: new Date(0) });
    const { status, html } = await get(here);
    expect([status, html.includes('scaduto'), html.includes('action="/me"')]).toEqual([410, true, true]);
    for (const nothing of ['x', '%F0%9F%98%80', 'a'.repeat(5000)])
      expect((await get(`/me/${nothing}`)).status).toBe(404);
  });
});

describe('the page', () => {
  test('says nothing of few judgements', async () => {
    const { id } = await createPerson(at.db);
    await judged(id, 4);
    const { html } = await get(await pageOf(id));
    expect(html).toContain('finora sono 4');
    expect(html).not.toContain('bc-standing"');
    expect(html).toContain('>40</p>');
  });

  test('explains a standing in its parts, in both languages', async () => {
    const { id } = await createPerson(at.db);
    await judged(id, 4);
    await judged(id, 1, { real: false });
    const here = await pageOf(id);
    const { html } = await get(here);
    // Beta(5, 2): scipy 1.17.1 stats.beta(5, 2).mean() 0.714, .ppf([.025, .975]) 0.359, 0.957.
    expect(html).toContain('71 su 100. Con i giudizi che abbiamo, sta tra 36 e 96');
    expect(html).toContain('pesa 1,21 volte');
    expect(html.match(/oggi conta 100 %/g)).toHaveLength(5);
    expect(html).toContain('Sul posto non c’era il problema');
    // The weight stands in the priority of an unverified case, which staff see: nothing else may be promised.
    expect(html).toContain('il personale potrebbe intuire');
    const { html: english } = await get(here, 'en');
    for (const said of ['71 out of 100', 'staff might infer']) expect(english).toContain(said);
  });

  test('says which reports do not count, since anybody may have sent them', async () => {
    const { id } = await createPerson(at.db);
    await judged(id, 5);
    const [caseId] = await judged(id, 1, { real: false });
    await at.db.query(
      'UPDATE report r SET by_owner = false FROM membership m WHERE m.report_id = r.id AND m.case_id = $1',
      [caseId],
    );
    const { html } = await get(await pageOf(id));
    expect([html.includes('86 su 100'), html.match(/oggi conta/g)?.length]).toEqual([true, 5]);
    expect(html.match(/da un altro browser/g)).toHaveLength(1);
    expect((await exportPerson(at.db, id)).standing?.parts).toHaveLength(5);
  });

  test('is switched off without loss, and on again', async () => {
    const { id } = await createPerson(at.db);
    await judged(id, 5);
    const here = await pageOf(id);
    expect((await post(`${here}/standing`, { use: 'off' })).status).toBe(303);
    const { html } = await get(here);
    expect(html).toContain('L’hai disattivata');
    expect(html).not.toContain('Con i giudizi che abbiamo');
    expect(html).toContain('>50</p>');
    expect((await exportPerson(at.db, id)).standing).toBeNull();
    expect((await post(`${here}/standing`, { use: 'maybe' })).status).toBe(422);
    await post(`${here}/standing`, { use: 'on' });
    expect((await get(here)).html).toContain('86 su 100');
  });

  test('never holds anything of somebody else', async () => {
    const [mine, other] = [await createPerson(at.db), await createPerson(at.db)];
    const { caseId, reportIds } = await reportedBy(at.db, town, [other.id, mine.id]);
    await qualify(at.db, town, caseId);
    const { html } = await get(await pageOf(mine.id));
    const [{ number }] = await at.db.query('SELECT number FROM report WHERE id = $1', [reportIds[0]]);
    expect([html.includes(number), html.includes(other.email!)]).toEqual([false, false]);
    expect(html).toContain('>2</p>');
  });
});

describe('a reward', () => {
  test('is chosen, confirmed, shown as a code, and given back', async () => {
    const rewardId = await createReward(at.db, { stock: 3, descriptionIt: 'Vale anche di domenica.' });
    const personId = await createSaver(at.db, 15);
    const here = await pageOf(personId);
    expect((await get(here)).html).toContain('ne restano 3');
    const asked = await get(`${here}/rewards/${rewardId}`);
    expect(asked.html).toContain('Spendi 10 punti');
    const id = asked.html.match(/name="id" value="([^"]+)"/)![1]!;
    const cost = asked.html.match(/name="cost" value="([^"]+)"/)![1]!;
    for (const other of ['9', '', 'x', '1e1'])
      expect((await post(`${here}/redeem`, { id, rewardId, cost: other })).status).toBe(
        other === '9' ? 409 : 422,
      );
    for (let twice = 0; twice < 2; twice++)
      expect((await post(`${here}/redeem`, { id, rewardId, cost })).status).toBe(303);
    const { html } = await get(here);
    expect(html).toContain(redemptionCode(at.deps.config.appSecret, id));
    expect(html).toContain('<svg');
    expect(html).toContain('>5</p>');
    expect(html).toContain('Ti mancano 5 punti');
    expect((await get(`${here}/rewards/${rewardId}`)).status).toBe(404);
    expect((await post(`${here}/redeem`, { id: randomUUID(), rewardId, cost })).html).toContain(
      'I tuoi punti non bastano',
    );

    expect((await post(`${await pageOf(await createSaver(at.db, 1))}/return`, { id })).status).toBe(404);
    expect((await post(`${here}/return`, { id })).status).toBe(303);
    expect((await get(here)).html).toContain('>15</p>');
    expect((await post(`${here}/return`, { id })).status).toBe(409);
  });

  test('of fifty requests for the last piece one is granted', async () => {
    const rewardId = await createReward(at.db, { stock: 1 });
    const pages = await Promise.all(
      Array.from({ length: 50 }, async () => pageOf(await createSaver(at.db, 10))),
    );
    const answers = await Promise.all(
      pages.map((here) => post(`${here}/redeem`, { id: randomUUID(), rewardId, cost: '10' })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
    expect(await at.db.getRepository(Redemption).countBy({ rewardId })).toBe(1);
    expect(await at.db.getRepository(PointsEntry).countBy({ reason: 'redeemed', amount: -10 })).toBe(2);
  });
});

describe('an appeal', () => {
  test('is made once a case, against what was not confirmed, by whoever reported it', async () => {
    const { id } = await createPerson(at.db);
    const [caseId] = await judged(id, 1, { real: false });
    const here = await pageOf(id);
    const tried = await post(`${here}/appeal`, { caseId, words: '  ' });
    expect([tried.status, tried.html.includes('<details open>')]).toEqual([422, true]);
    expect(tried.html).toContain(`aria-describedby="appeal-error-${caseId}"`);
    expect(tried.html).toContain(`id="appeal-error-${caseId}"`);
    expect(tried.html).toContain(`href="${here}?lang=en"`);
    expect((await post(`${here}/appeal`, { caseId, words: 'C’era, eccome' })).status).toBe(303);
    const { html } = await get(here);
    expect(html).toContain('Aspetta una risposta');
    expect(html).toContain('C’era, eccome');
    const notes = await at.db.getRepository(Note).count();
    const again = Array.from({ length: 10 }, () => post(`${here}/appeal`, { caseId, words: 'Ancora' }));
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual(Array(10).fill(409));
    const [right] = await judged(id, 1);
    expect((await post(`${here}/appeal`, { caseId: right, words: 'x' })).status).toBe(409);
    const stranger = await pageOf((await createPerson(at.db)).id);
    expect((await post(`${stranger}/appeal`, { caseId, words: 'x' })).status).toBe(404);
    expect(await at.db.getRepository(Note).count()).toBe(notes + 1);
    expect(await at.db.getRepository(Appeal).count()).toBe(1);
  });

  test('made twice at once is one', async () => {
    const { id } = await createPerson(at.db);
    const [caseId] = await judged(id, 1, { danger: 1 });
    const here = await pageOf(id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(`${here}/appeal`, { caseId, words: 'Guardate meglio' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(409)]);
  });

  test('leaves no words where its report is erased meanwhile', async () => {
    const { id } = await createPerson(at.db);
    const [caseId] = await judged(id, 1, { real: false });
    const { reportId } = await at.db.getRepository(Membership).findOneByOrFail({ caseId });
    const here = await pageOf(id);
    const how = {
      actor: { kind: 'system', id: null },
      reason: 'request',
      dataDir: at.deps.config.dataDir,
    } as const;
    const [{ status }] = await meet(
      at.db,
      `report:${reportId}`,
      () => post(`${here}/appeal`, { caseId, words: 'C’era, eccome' }),
      () => eraseReports(at.db, [reportId], how),
    );
    expect(status).toBe(303);
    const { noteId } = await at.db.getRepository(Appeal).findOneByOrFail({ reportId });
    expect(await at.db.getRepository(Note).findOneByOrFail({ id: noteId })).toMatchObject({
      ...{ body: null, personId: null },
    });
  });

  test('words that are no words are shown as they are', async () => {
    const { id } = await createPerson(at.db);
    const [caseId] = await judged(id, 1, { real: false });
    const here = await pageOf(id);
    await post(`${here}/appeal`, { caseId, words: '<script>alert(1)</script>' });
    expect((await get(here)).html).not.toContain('<script>alert');
  });
});
