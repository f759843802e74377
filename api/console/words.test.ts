import { Case, Membership } from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { say, threadWith } from '../../db/threads';
import { type Console, createCase, createReport, createTown, startConsole, type Town } from './testing';

let at: Console;
let town: Town;
let row: Case;
beforeAll(async () => {
  at = await startConsole();
  town = await createTown(at.db);
  row = await createCase(at.db, town);
  const { id: reportId } = await createReport(at.db, town, {
    text: 'C’è una perdita d’acqua: più di così non si può',
  });
  await at.db.getRepository(Membership).insert({ reportId, caseId: row.id });
  await at.db.transaction(async (tx) => {
    const noteId = await writeNote(tx, { body: 'The sewers are blocked again, tubería rota' });
    await appendLog(tx, {
      ...{ chain: `case:${row.id}`, factId: 'x', name: 'commented', at: new Date(), public: false, noteId },
      actor: { kind: 'user', id: null },
    });
    const thread = await threadWith(tx, row.id, { kind: 'department', id: town.departmentId }, 'secret');
    await say(tx, thread, {
      authorKind: 'user',
      authorId: null,
      words: 'Le tubature vecchie gocciolano',
    });
  });
});
afterAll(() => at.stop());

const find = async (q: string, departmentId: string | null = null) => {
  const who = await at.person('operator', departmentId);
  const { status, body } = await who.get(`/words?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body as { place: string; excerpt: string; caseNumber: string }[];
};
const places = async (q: string) => (await find(q)).map(({ place }) => place).sort();

test('words are found in any form, with or without accents, in Italian and English', async () => {
  expect(await places('perdite')).toEqual(['report']);
  expect(await places('piu')).toEqual(['report']);
  expect(await places('sewer')).toEqual(['log']);
  expect(await places('tuberia')).toEqual(['log']);
  expect(await places('tubatura')).toEqual(['message']);
  expect(await places('perdite or tubatura')).toEqual(['message', 'report']);
  expect(await places('"acqua perdita"')).toEqual([]);
});

test('what is found is marked in its words', async () => {
  const [{ excerpt, caseNumber } = { excerpt: '', caseNumber: '' }] = await find('vecchia');
  expect(excerpt).toContain('\ue000vecchie\ue001');
  expect(caseNumber).toBe(row.number);
});

test('only of cases that one may read; those that one was asked about included', async () => {
  const elsewhere = (await createTown(at.db)).departmentId;
  expect(await find('perdite', elsewhere)).toEqual([]);
  expect(await find('perdite', town.departmentId)).toHaveLength(1);
  await at.db.getRepository(Case).update({ id: row.id }, { involved: [elsewhere] });
  expect(await find('perdite', elsewhere)).toHaveLength(1);
});

test('nothing asked finds nothing, and nothing that is typed is wrong', async () => {
  expect(await find('')).toEqual([]);
  expect(await find(`'; DROP TABLE note; -- "`)).toEqual([]);
  expect(await find('& | ! ( <-> :*')).toEqual([]);
});

test('what others have said of late hides nothing of one’s own', async () => {
  const busy = await createCase(at.db, await createTown(at.db));
  await at.db.query(
    `WITH said AS (INSERT INTO note (id, body, salt, digest, created_at)
       SELECT gen_random_uuid(), 'una perdita', '', '', now() + interval '1 minute' FROM generate_series(1, 1001) RETURNING id),
     talk AS (INSERT INTO thread (id, case_id, kind, party_id) VALUES (gen_random_uuid(), $1, 'department', gen_random_uuid())
       RETURNING id)
     INSERT INTO thread_message (id, thread_id, note_id, author_kind)
       SELECT gen_random_uuid(), talk.id, said.id, 'user' FROM said, talk`,
    [busy.id],
  );
  expect((await find('perdite', town.departmentId)).map(({ caseNumber }) => caseNumber)).toEqual([
    row.number,
  ]);
});
