import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { createMunicipality } from '../../activities/emergency/testing';
import { createPerson, createReport, createTown, stateOf, type Town } from '../../activities/testing';
import {
  Case,
  CitizenAct,
  CitizenLink,
  LogEntry,
  Membership,
  Message,
  Note,
  Person,
  Photo,
  Report,
} from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { eraseReports } from '../../db/privacy/erase';
import { meet } from '../../db/testing';
import { citizenToken, hashToken, trackingCode } from '../../db/tokens';
import type { CaseState } from '../../domain/case/state';
import { createCase } from '../console/testing';
import { acceptReport } from '../intake/accept';
import { openLinks } from '../intake/person';
import { type Site, startSite } from '../testing';

let site: Site;
let town: Town;
beforeAll(async () => {
  site = await startSite({ env: { RATE_LIMIT_FACTOR: '100' } });
  await createMunicipality(site.db);
  town = await createTown(site.db);
});
afterAll(() => site.stop());

/** A report in a case that stands so, and the code that opens it. */
async function tracked(state: Partial<CaseState> = {}, change: Partial<Report> = {}) {
  const row = await createCase(site.db, town);
  const snapshot = stateOf(row.id, town, state);
  const { status, outcome, kind, cycle } = snapshot;
  await site.db
    .getRepository(Case)
    .update({ id: row.id }, { status, outcome, kind, cycle, snapshot: snapshot as never });
  const { reportId } = await site.db.getRepository(Membership).findOneByOrFail({ caseId: row.id });
  const code = trackingCode(site.deps.config.appSecret, reportId);
  await site.db
    .getRepository(Report)
    .update({ id: reportId }, { trackingHash: hashToken(code), kind, ...(change as object) });
  return { code, reportId, caseId: row.id };
}
const page = async (code: string, rest = '') => {
  const answer = await fetch(`${site.origin}/t/${code}${rest}`, { headers: { 'accept-language': 'it' } });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};
async function act(code: string, given: Record<string, string>, files: Buffer[] = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  for (const file of files) form.append('photos', new Blob([new Uint8Array(file)]), 'x.jpg');
  const answer = await fetch(`${site.origin}/t/${code}/acts`, {
    ...{ method: 'POST', body: form, redirect: 'manual', headers: { accept: 'text/html' } },
  });
  return { status: answer.status, html: await answer.text() };
}
const acts = (reportId: string) => site.db.getRepository(CitizenAct).findBy({ reportId });
const note = async (id: string | null) =>
  (await site.db.getRepository(Note).findOneByOrFail({ id: id! })).body;
const photo = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
const rating = { status: 'rating', outcome: null } as const;
const repaired = { status: 'closed', outcome: 'repaired' } as const;

test('the page opens by its code alone, however that is typed, and tells nobody else', async () => {
  const { code } = await tracked();
  const { status, headers, html } = await page(code);
  expect(status).toBe(200);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(html).toContain('A pothole before number 12');
  expect((await page(code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
  expect((await page(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).status).toBe(404);
});

test('a question about no place has a page without one, and so have its data', async () => {
  const nowhere = { location: null, locationSource: null, address: null };
  const { code } = await tracked({ kind: 'question' }, nowhere);
  const { status, html } = await page(code);
  expect([status, html.includes('Dove si trova')]).toEqual([200, false]);
  expect(JSON.parse((await page(code, '/data.json')).html)).toMatchObject(nowhere);
});

test('a code that somebody types opens its page; another one is not found', async () => {
  const { code } = await tracked();
  const type = (typed: string) =>
    fetch(`${site.origin}/t`, {
      method: 'POST',
      body: new URLSearchParams({ code: typed }),
      redirect: 'manual',
    });
  const opened = await type(` ${code.toLowerCase()} `);
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/t/${code.replaceAll('-', '')}`]);
  for (const wrong of ['', '../../', 'AL-2026-000001']) expect((await type(wrong)).status).toBe(404);
});

test.each([
  [{ status: 'assigned' }, ['done', 'done', 'now', '', ''], 'Chiusa'],
  [{ status: 'closed', outcome: 'repaired' }, ['done', 'done', 'done', 'done', 'done'], 'Chiusa'],
  [{ status: 'rejected', outcome: 'rejected' }, ['done', 'done'], 'Non accolta'],
  [{ status: 'closed', outcome: 'not-real' }, ['done', 'done'], 'Chiusa senza riparazione'],
  [{ status: 'rejected', outcome: 'rejected', kind: 'question' }, ['done', 'done'], 'Non accolta'],
  [{ status: 'answered', outcome: 'answered', kind: 'question' }, ['done', 'done'], 'Risposta'],
] as [Partial<CaseState>, string[], string][])(
  '%j shows what happened, and nothing else',
  async (state, states, last) => {
    const { html } = await page((await tracked(state)).code);
    const steps = [...html.matchAll(/<li class="(done|now|)"[^>]*>([^<]+)<\/li>/g)];
    expect(steps.map(([, kind]) => kind)).toEqual(states);
    expect(steps.at(-1)![2]).toBe(last);
    expect(html.includes('Entro quando')).toBe(state.status === 'assigned');
  },
);

test('staff’s own words stay inside; those for the citizen are shown', async () => {
  const { code, caseId } = await tracked({ status: 'rejected', outcome: 'rejected' });
  const add = (name: string, body: string) =>
    site.db.transaction(async (tx) => {
      const noteId = await writeNote(tx, { body });
      const entry = { factId: name, name, at: new Date(), public: true, data: {}, noteId };
      await appendLog(tx, { chain: `case:${caseId}`, ...entry, actor: { kind: 'user', id: randomUUID() } });
    });
  await add('rerouted', 'among ourselves');
  await add('rejected', 'È della <Provincia>');
  const { html } = await page(code);
  expect(html).not.toContain('among ourselves');
  expect(html).toContain('È della &lt;Provincia&gt;');
});

describe('words and photos', () => {
  test('are added at any time; a row first, Temporal may be away', async () => {
    const { code, reportId } = await tracked();
    expect((await act(code, { kind: 'words', text: 'Ora è più grande' }, [await photo()])).status).toBe(303);
    expect((await act(code, { kind: 'words', text: '' }, [await photo()])).status).toBe(303);
    const rows = await acts(reportId);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['photo', 'words']);
    expect(rows.every(({ toldAt }) => toldAt === null)).toBe(true);
    expect(await note(rows.find(({ kind }) => kind === 'words')!.noteId)).toBe('Ora è più grande');
    const photos = await site.db.getRepository(Photo).findBy({ reportId, purpose: 'citizen' });
    expect(photos).toHaveLength(2);
    const shown = await page(code);
    expect(shown.html).toContain('Ora è più grande');
    const open = (id: string, by = code) => fetch(`${site.origin}/t/${by}/photos/${id}?size=small`);
    expect((await open(photos[0]!.id)).headers.get('content-type')).toBe('image/jpeg');
    expect((await open(photos[0]!.id, (await tracked()).code)).status).toBe(404);
  });

  test('pressed twice are added once; the same page used for other words adds them', async () => {
    const { code, reportId } = await tracked();
    const shown = (await page(code)).html;
    const actId = /name="actId" value="([^"]+)"/.exec(shown)![1]!;
    const press = (text: string) => act(code, { kind: 'words', actId, text });
    for (const answer of await Promise.all([press('Uno'), press('Uno'), press('Uno')]))
      expect(answer.status).toBe(303);
    expect(await acts(reportId)).toHaveLength(1);
    expect((await press('Due')).status).toBe(303);
    expect(await acts(reportId)).toHaveLength(2);
  });

  test('nothing at all, or a bad picture: said so, what was typed kept, nothing written', async () => {
    const { code, reportId } = await tracked();
    const empty = await act(code, { kind: 'words', text: ' ' });
    expect([empty.status, empty.html.includes('Scrivi qualcosa')]).toEqual([422, true]);
    const bad = await act(code, { kind: 'words', text: 'Parole care' }, [Buffer.from('x')]);
    expect([bad.status, bad.html.includes('>Parole care</textarea>')]).toEqual([415, true]);
    for (const wrong of [{ kind: 'dance' }, { kind: 'words', text: 'a', more: 'b' }, {}])
      expect((await act(code, wrong as Record<string, string>)).status).toBe(422);
    expect(await acts(reportId)).toEqual([]);
  });
});

test('words that meet the erasure of their report are not kept', async () => {
  const { id: personId } = await createPerson(site.db);
  const { code, reportId } = await tracked({}, { personId });
  const how = {
    actor: { kind: 'system', id: null },
    reason: 'request',
    dataDir: site.deps.config.dataDir,
  } as const;
  const [, { status }] = await meet(
    site.db,
    `report:${reportId}`,
    () => eraseReports(site.db, [reportId], how),
    () => act(code, { kind: 'words', text: 'Sono Mario e abito lì' }),
  );
  expect(status).toBe(409);
  expect(await site.db.getRepository(Note).countBy({ body: 'Sono Mario e abito lì' })).toBe(0);
});

describe('rating', () => {
  test('is open while the case asks for it, once, also when sent many times at once', async () => {
    const { code, reportId } = await tracked(rating);
    expect((await page(code)).html).toContain('name="stars"');
    const given = { kind: 'rating', stars: '4', speed: '5', quality: '', text: 'Bravi' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => act(code, given)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect(await acts(reportId)).toMatchObject([
      { kind: 'rating', stars: 4, aspects: { speed: 5 }, cycle: 1 },
    ]);
  });

  test('can be changed for a week, with everything that was said before in its place', async () => {
    const { code, reportId } = await tracked(rating);
    await act(code, { kind: 'rating', stars: '2', speed: '1', text: 'Non ancora' });
    const { html } = await page(code);
    expect(html).toContain('Il tuo giudizio');
    expect(html).toMatch(/value="2" required checked/);
    expect(html).toMatch(/id="aspect-speed"[\s\S]*?<option value="1" selected>/);
    expect(html).toContain('>Non ancora</textarea>');
    const better = { kind: 'rating', actId: randomUUID(), stars: '5', quality: '4', text: 'Ora sì' };
    for (const _again of [1, 2]) expect((await act(code, better)).status).toBe(303);
    expect(await acts(reportId)).toMatchObject([{ kind: 'rating', stars: 5, aspects: { quality: 4 } }]);
    const log = await site.db.getRepository(LogEntry).findBy({ chain: `report:${reportId}` });
    expect(log.filter(({ name }) => name === 'rating-changed')).toMatchObject([
      { public: true, data: { stars: 5, aspects: { quality: 4 } } },
    ]);
    expect((await page(code)).html).toContain('Hai cambiato il tuo giudizio');

    await site.db.query(
      `UPDATE citizen_act SET created_at = now() - interval '7 days' WHERE report_id = $1`,
      [reportId],
    );
    expect((await page(code)).html).not.toContain('name="stars"');
    const late = await act(code, { kind: 'rating', stars: '1', text: 'Di nuovo rotto' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Hai già dato il tuo giudizio');
    expect(await acts(reportId)).toMatchObject([{ stars: 5 }]);
  });

  test('another judgement with the same words counts, and a first one that comes late changes nothing', async () => {
    const { code, reportId } = await tracked(rating);
    const first = { kind: 'rating', actId: randomUUID(), stars: '2', text: 'Così' };
    await act(code, first);
    expect((await act(code, { ...first, stars: '5' })).status).toBe(303);
    expect(await acts(reportId)).toMatchObject([{ stars: 5 }]);
    await act(code, { kind: 'rating', actId: randomUUID(), stars: '4', text: 'Meglio' });
    expect((await act(code, first)).status).toBe(303);
    expect(await acts(reportId)).toMatchObject([{ stars: 4 }]);
  });

  test('can be changed after the case has closed, but not what was said of an earlier repair', async () => {
    const { code, reportId } = await tracked(rating);
    await act(code, { kind: 'rating', stars: '3' });
    await site.db.query(
      `UPDATE cases SET status = 'closed', outcome = 'repaired' WHERE id = (SELECT case_id FROM membership WHERE report_id = $1)`,
      [reportId],
    );
    expect((await act(code, { kind: 'rating', stars: '4' })).status).toBe(303);
    await site.db.query(
      `UPDATE cases SET cycle = 2, status = 'working' WHERE id = (SELECT case_id FROM membership WHERE report_id = $1)`,
      [reportId],
    );
    expect((await act(code, { kind: 'rating', stars: '1' })).status).toBe(409);
    expect(await acts(reportId)).toMatchObject([{ stars: 4 }]);
  });

  test('whoever is erased leaves no words of it, neither the first nor the last', async () => {
    const { code, reportId } = await tracked(rating);
    await act(code, { kind: 'rating', stars: '3', text: 'Parole di prima' });
    await act(code, { kind: 'rating', stars: '4', text: 'Parole di dopo' });
    const erase = new URLSearchParams({ sure: 'true' });
    await fetch(`${site.origin}/t/${code}/erase`, {
      ...{ method: 'POST', body: erase, redirect: 'manual', headers: { Origin: site.origin } },
    });
    const left = await site.db.query(`SELECT count(*)::int AS n FROM note WHERE body LIKE 'Parole di %'`);
    expect(left).toEqual([{ n: 0 }]);
    expect((await act(code, { kind: 'rating', stars: '5' })).status).toBe(409);
    expect(await acts(reportId)).toMatchObject([{ stars: 4 }]);
  });

  test.each([{ status: 'working' }, repaired] as const)('is refused when the case is %j', async (state) => {
    const { code, reportId } = await tracked(state);
    expect((await act(code, { kind: 'rating', stars: '4' })).status).toBe(409);
    expect(await acts(reportId)).toEqual([]);
  });

  test.each(['0', '6', '3.5', 'x', ''])(
    'of %s stars is none; the words and aspects are kept',
    async (stars) => {
      const { code } = await tracked(rating);
      const { status, html } = await act(code, { kind: 'rating', stars, quality: '2', text: 'Così così' });
      expect(status).toBe(422);
      expect(html).toContain('>Così così</textarea>');
      expect(html).toMatch(/id="aspect-quality"[\s\S]*?<option value="2" selected>/);
    },
  );
});

describe('“not fixed”', () => {
  test.each([rating, repaired, { status: 'closed', outcome: 'not-real' }] as const)(
    'may be said of %j',
    async (state) => {
      const { code, reportId } = await tracked(state);
      expect((await act(code, { kind: 'not-fixed', text: '' })).status).toBe(422);
      expect((await act(code, { kind: 'not-fixed', text: 'È ancora lì' })).status).toBe(303);
      expect(await acts(reportId)).toMatchObject([{ kind: 'not-fixed' }]);
    },
  );

  test('is one request, however many are sent at once', async () => {
    const { code, reportId } = await tracked(repaired);
    const all = await Promise.all(
      [1, 2, 3, 4].map((nth) => act(code, { kind: 'not-fixed', text: `Ancora ${nth}` })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect(await acts(reportId)).toHaveLength(1);
  });

  test.each([
    [{ status: 'working' }],
    [{ status: 'closed', outcome: 'merged' }],
    [{ ...repaired, reopen: { reportId: 'r', actId: 'a', at: 1 } }],
    [{ status: 'answered', outcome: 'answered', kind: 'question' }],
  ] as [Partial<CaseState>][])('may not be said of %j', async (state) => {
    const { code } = await tracked(state);
    expect((await page(code)).html).not.toContain('value="not-fixed"');
    expect((await act(code, { kind: 'not-fixed', text: 'x' })).status).toBe(409);
  });
});

describe('a person’s own data', () => {
  test('are handed out whole, and erased on their word; the chain stays', async () => {
    const person = await createPerson(site.db);
    const { code, reportId } = await tracked({}, { personId: person.id });
    await act(code, { kind: 'words', text: 'Parole mie' }, [await photo()]);
    const exported = JSON.stringify(await (await fetch(`${site.origin}/t/${code}/data.json`)).json());
    // Whoever holds the code may not be the one with the address: that is the office’s to hand out.
    expect(exported).not.toContain(person.email!);
    for (const mine of ['A pothole before number 12', 'Parole mie']) expect(exported).toContain(mine);

    const erase = (sure: string) =>
      fetch(`${site.origin}/t/${code}/erase`, {
        ...{ method: 'POST', body: new URLSearchParams({ sure }), redirect: 'manual' },
      });
    expect((await erase('')).status).toBe(422);
    expect((await page(code)).html).toContain('Parole mie');
    const before = await site.db.getRepository(LogEntry).countBy({ chain: `report:${reportId}` });
    expect((await erase('true')).status).toBe(303);
    const { html } = await page(code);
    for (const gone of ['A pothole', 'Parole mie', '/photos/']) expect(html).not.toContain(gone);
    const after = JSON.stringify(await (await fetch(`${site.origin}/t/${code}/data.json`)).json());
    for (const gone of ['A pothole', 'Parole mie']) expect(after).not.toContain(gone);
    expect(await site.db.getRepository(LogEntry).countBy({ chain: `report:${reportId}` })).toBe(before + 1);
    expect((await site.db.getRepository(Person).findOneByOrFail({ id: person.id })).email).toBeNull();
  });
});

describe('links in mails', () => {
  async function linked() {
    const person = await createPerson(site.db, false);
    const { id: reportId } = await createReport(site.db, town, { personId: person.id });
    const { appSecret } = site.deps.config;
    await openLinks(site.db.manager, appSecret, { personId: person.id, reportId, now: new Date() });
    const url = (purpose: 'confirm' | 'unsubscribe') =>
      `${site.origin}/${purpose === 'confirm' ? 'c' : 'u'}/${citizenToken(appSecret, { purpose, personId: person.id, about: reportId })}`;
    const confirmed = async () =>
      (await site.db.getRepository(Person).findOneByOrFail({ id: person.id })).confirmedAt !== null;
    return { personId: person.id, reportId, url, confirmed };
  }
  const press = (url: string) => fetch(url, { method: 'POST' });
  /** A report as the form sends it. */
  async function sentFrom(email: string, clientHash: Buffer | null): Promise<string> {
    const raw = {
      ...{ category: town.categoryId, text: 'x', latitude: 44.9, longitude: 8.6, privacyRead: true, email },
    };
    const how = { channel: 'web', locale: 'it', clientHash } as const;
    return (await acceptReport(site.deps, { raw }, how)).reportId;
  }

  test('opening one changes nothing, its button does, a second time as well', async () => {
    const { url, confirmed, reportId } = await linked();
    const opened = await fetch(url('confirm'));
    expect([opened.status, opened.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(await confirmed()).toBe(false);
    for (const _twice of [1, 2]) expect((await press(url('confirm'))).status).toBe(200);
    expect(await confirmed()).toBe(true);
    const entries = await site.db
      .getRepository(LogEntry)
      .findBy({ chain: `report:${reportId}`, name: 'confirmed' });
    expect(entries).toHaveLength(1);
  });

  test('an address that is confirmed counts as a person of the case at once', async () => {
    const { url, reportId } = await linked();
    const { id: caseId } = await createCase(site.db, town);
    await site.db.getRepository(Membership).insert({ reportId, caseId });
    await press(url('confirm'));
    const { priorityParts } = await site.db.getRepository(Case).findOneByOrFail({ id: caseId });
    expect(priorityParts?.reasons.people).toEqual({ counted: 2, confirmed: 1, held: 0 });
  });

  test('a report is its owner’s by its own link, or by a browser of theirs, not by the address alone', async () => {
    const { url, personId, reportId } = await linked();
    const { email } = await site.db.getRepository(Person).findOneByOrFail({ id: personId });
    const [mine, other] = [randomBytes(32), randomBytes(32)];
    const reports = site.db.getRepository(Report);
    const sent = async (clientHash: Buffer | null) => {
      const id = await sentFrom(email!, clientHash);
      return async () => (await reports.findOneByOrFail({ id })).byOwner;
    };
    await reports.update(reportId, { clientHash: mine });
    const before = [await sent(mine), await sent(other), await sent(null)];
    const owned = (all: (() => Promise<boolean>)[]) => Promise.all(all.map((one) => one()));
    expect(await owned(before)).toEqual([false, false, false]);
    await press(url('confirm'));
    expect((await reports.findOneByOrFail({ id: reportId })).byOwner).toBe(true);
    expect(await owned(before)).toEqual([true, false, false]);
    expect(await owned([await sent(mine), await sent(other), await sent(null)])).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('unsubscribing takes one press, also of a mail program', async () => {
    const { url, confirmed, personId } = await linked();
    await press(url('confirm'));
    const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await fetch(url('unsubscribe'), oneClick)).status).toBe(200);
    expect(await confirmed()).toBe(false);
    const mailsOffAt = async () =>
      (await site.db.getRepository(Person).findOneByOrFail({ id: personId })).mailsOffAt;
    expect(await mailsOffAt()).toEqual(expect.any(Date));
    await press(url('confirm'));
    expect(await mailsOffAt()).toBeNull();
  });

  test('whoever never confirmed stays so by unsubscribing', async () => {
    const { url, personId } = await linked();
    await press(url('unsubscribe'));
    expect(await site.db.getRepository(Person).findOneByOrFail({ id: personId })).toMatchObject({
      ...{ confirmedAt: null, mailsOffAt: null },
    });
  });

  test('somebody whose address another gave is not asked again', async () => {
    const { url, personId, confirmed } = await linked();
    expect(await (await fetch(url('confirm'))).text()).toContain('name="refuse"');
    const refused = { method: 'POST', body: new URLSearchParams({ refuse: '1' }) };
    expect((await fetch(url('confirm'), refused)).status).toBe(200);
    expect(await confirmed()).toBe(false);
    const { email } = await site.db.getRepository(Person).findOneByOrFail({ id: personId });
    const sent = await fetch(`${site.origin}/api/v1/reports`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({
        ...{ category: town.categoryId, text: 'x', latitude: 44.9, longitude: 8.6, privacyRead: true, email },
      }),
    });
    expect(sent.status).toBe(201);
    expect(await site.db.getRepository(Message).countBy({ recipientId: personId })).toBe(0);
    // The owner may think again.
    expect((await press(url('confirm'))).status).toBe(200);
    expect(await confirmed()).toBe(true);
  });

  test('a forged one is not found, one for something else neither, an old one is said to be old', async () => {
    const { url, personId } = await linked();
    const confirm = url('confirm');
    expect((await press(confirm.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).status).toBe(404);
    expect((await press(confirm.replace('/c/', '/u/'))).status).toBe(404);
    await site.db.getRepository(CitizenLink).update({ personId }, { expiresAt: new Date(0) });
    expect((await press(confirm)).status).toBe(410);
  });
});
