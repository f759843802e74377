import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { createMunicipality } from '../../activities/emergency/testing';
import { Attachment, type Case, LogEntry, Note, Report, Supplier, Thread } from '../../db/entities';
import { eraseReports } from '../../db/privacy/erase';
import { hashToken, rowToken, trackingCode } from '../../db/tokens';
import {
  type Console,
  createCase,
  createCrewAndSupplier,
  createTown,
  startConsole,
  type Town,
  type Visitor,
} from '../console/testing';
import { nameOf } from './prepare';

let at: Console;
let town: Town;
let row: Case;
let operator: Visitor;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  town = await createTown(at.db);
  row = await createCase(at.db, town);
  operator = await at.person('operator', town.departmentId);
});
afterAll(() => at.stop());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj');
const picture = () =>
  sharp({ create: { width: 9, height: 8, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Artist: 'Mario Rossi' } })
    .jpeg()
    .toBuffer();
interface File {
  name: string;
  data: Buffer;
}
function form(fields: Record<string, string>, files: File[]): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  for (const { name, data } of files)
    made.append('files', new Blob([new Uint8Array(data)], { type: 'text/html' }), name);
  return made;
}
const to = (kind: string, id: string) => ({ 'to[kind]': kind, 'to[id]': id, words: 'Ecco i documenti' });
const send = (fields: Record<string, string>, files: File[], who = operator) =>
  who.send('POST', `/cases/${row.id}/messages`, form(fields, files));
const folder = () => {
  const here = path.join(at.deps.config.dataDir, 'attachments');
  return existsSync(here) ? readdirSync(here).length : 0;
};
const fetched = async (url: string, headers = {}) => {
  const answer = await fetch(at.origin + url, { headers: { accept: 'text/html', ...headers } });
  return { status: answer.status, headers: answer.headers, data: Buffer.from(await answer.arrayBuffer()) };
};

test('pictures lose their metadata, documents stay as they are, names are harmless, the log vouches for both', async () => {
  const { supplierId } = await createCrewAndSupplier(at.db, town);
  const files = [
    { name: '../../x', data: await picture() },
    { name: '..\\..\\preventivo firmato.exe', data: pdf },
  ];
  const answer = await send(to('supplier', supplierId), files);
  expect(answer.status).toBe(201);
  const rows = await at.db.getRepository(Attachment).find({ order: { name: 'ASC' } });
  expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
    ['pdf', 'preventivo firmato.pdf'],
    ['image', 'x.jpg'],
  ]);
  const said = await at.db.getRepository(LogEntry).findOneByOrFail({ factId: answer.body.id });
  expect([...(said.data.files as string[])].sort()).toEqual(
    rows.map(({ sha256 }) => sha256.toString('hex')).sort(),
  );
  const { body } = await operator.get(`/cases/${row.id}/threads`);
  expect(body[0].messages[0].attachments.map(({ name }: File) => name).sort()).toEqual(
    rows.map(({ name }) => name),
  );
  const [document, image] = rows as [Attachment, Attachment];
  const got = await fetched(`/api/console/cases/${row.id}/attachments/${document.id}`, {
    cookie: operator.cookie,
  });
  expect([got.status, got.data.equals(pdf)]).toEqual([200, true]);
  expect(got.headers.get('content-disposition')).toBe('attachment; filename="preventivo firmato.pdf"');
  expect(got.headers.get('content-type')).toBe('application/pdf');
  expect(got.headers.get('content-security-policy')).toContain('sandbox');
  expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  const shown = await fetched(`/api/console/cases/${row.id}/attachments/${image.id}`, {
    cookie: operator.cookie,
  });
  expect(shown.data.includes('Mario Rossi')).toBe(false);

  // The supplier has them by its own link, and by no other.
  const thread = await at.db.getRepository(Thread).findOneByOrFail({ partyId: supplierId });
  const link = `/x/${rowToken(at.deps.config.appSecret, 'thread', thread.id)}`;
  expect((await fetched(`${link}/files/${document.id}`)).status).toBe(200);
  expect((await fetched(link)).data.toString()).toContain('preventivo firmato.pdf');
  const { supplierId: other } = await createCrewAndSupplier(at.db, town);
  await send(to('supplier', other), []);
  const theirs = await at.db.getRepository(Thread).findOneByOrFail({ partyId: other });
  const foreign = `/x/${rowToken(at.deps.config.appSecret, 'thread', theirs.id)}`;
  expect((await fetched(`${foreign}/files/${document.id}`)).status).toBe(404);
  expect(await at.db.getRepository(Supplier).countBy({})).toBeGreaterThan(1);

  // Nor another department.
  const stranger = await at.person('operator', (await createTown(at.db)).departmentId);
  expect((await stranger.get(`/cases/${row.id}/attachments/${document.id}`)).status).toBe(404);
  const elsewhere = await createCase(at.db, town);
  expect((await operator.get(`/cases/${elsewhere.id}/attachments/${document.id}`)).status).toBe(404);
});

test.each<[string, () => Promise<File[]>, string[]]>([
  ['what is neither', async () => [{ name: 'a.pdf', data: Buffer.from('<html>') }], ['files.0']],
  [
    'a vector picture',
    async () => [{ name: 'a.jpg', data: Buffer.from('<svg onload="alert(1)"/>') }],
    ['files.0'],
  ],
  [
    'a broken picture',
    async () => [{ name: 'a.jpg', data: (await picture()).subarray(0, 100) }],
    ['files.0'],
  ],
  [
    'eleven megabytes',
    async () => [{ name: 'a.pdf', data: Buffer.concat([pdf, Buffer.alloc(11e6)]) }],
    ['files.0'],
  ],
  ['four of them', async () => Array(4).fill({ name: 'a.pdf', data: pdf }), ['files']],
  [
    'one of two',
    async () => [
      { name: 'a.pdf', data: pdf },
      { name: 'b', data: Buffer.from('x') },
    ],
    ['files.1'],
  ],
])('%s is refused, and nothing is kept', async (_what, files, fields) => {
  const before = [
    await at.db.getRepository(Attachment).count(),
    await at.db.getRepository(Note).count(),
    folder(),
  ];
  const answer = await send(to('department', town.departmentId), await files());
  expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, fields]);
  expect([
    await at.db.getRepository(Attachment).count(),
    await at.db.getRepository(Note).count(),
    folder(),
  ]).toEqual(before);
});

test('a citizen answers with a document, reads the department’s, and takes both away by erasing', async () => {
  const [{ id: reportId }] = await at.db.query(
    'SELECT report_id AS id FROM membership WHERE case_id = $1 LIMIT 1',
    [row.id],
  );
  const code = trackingCode(at.deps.config.appSecret, reportId);

  await at.db.getRepository(Report).update(reportId, { trackingHash: hashToken(code) });
  expect((await send(to('citizen', reportId), [{ name: 'modulo.pdf', data: pdf }])).status).toBe(201);
  const post = (files: File[]) =>
    fetch(`${at.origin}/t/${code}/messages`, {
      ...{ method: 'POST', redirect: 'manual', headers: { accept: 'text/html' } },
      body: form({ words: 'La mia <risposta>' }, files),
    });
  const wrong = await post([{ name: 'a.exe', data: Buffer.from('MZ') }]);
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html).toContain('La mia &lt;risposta&gt;');
  expect(html).toContain('PDF');
  expect((await post([{ name: 'foto.png', data: await picture() }])).status).toBe(303);
  const { data } = await fetched(`/t/${code}`);
  const links = [...data.toString().matchAll(/href="(\/t\/[^"]+\/files\/[^"]+)"/g)].map(([, link]) => link!);
  expect(links).toHaveLength(2);
  for (const link of links) expect((await fetched(link)).status).toBe(200);
  const files = folder();
  const how = {
    actor: { kind: 'system', id: null },
    reason: 'request',
    dataDir: at.deps.config.dataDir,
  } as const;
  await eraseReports(at.db, [reportId], how);
  expect(folder()).toBe(files - 2);
  for (const link of links) expect((await fetched(link)).status).toBe(404);
  const [{ left }] = await at.db.query(
    `SELECT count(n.body)::int AS left FROM thread t JOIN thread_message m ON m.thread_id = t.id JOIN note n ON n.id = m.note_id
     WHERE t.kind = 'citizen' AND t.party_id = $1`,
    [reportId],
  );
  expect(left).toBe(0);
});

test.each([
  ['a.pdf', 'a.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\temp\\x.exe', 'x.pdf'],
  ['.htaccess', 'file.pdf'],
  ['', 'file.pdf'],
  ['..', 'file.pdf'],
  [Buffer.from('perché\u202Egpj.exe').toString('latin1'), 'perchégpj.pdf'],
  ['a\u0000b\r\nc: d.pdf', 'abc d.pdf'],
  ['x'.repeat(300), `${'x'.repeat(100)}.pdf`],
])('%j is called %j', (given, expected) => {
  expect(nameOf(given, 'pdf')).toBe(expected);
});
