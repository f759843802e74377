import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../../activities/emergency/testing';
import { createReward, createSaver, qualify, reportedBy } from '../../../activities/rewards/testing';
import { createPerson } from '../../../activities/testing';
import { Appeal, LogEntry, Message, Note, PointsEntry, Redemption } from '../../../db/entities';
import { writeNote } from '../../../db/notes';
import { eraseReports } from '../../../db/privacy/erase';
import { redeem } from '../../../db/rewards/redeem';
import { meet } from '../../../db/testing';
import { redemptionCode } from '../../../db/tokens';
import { judgedCasesOf } from '../../../db/views/me';
import { type Console, createTown, startConsole, type Town, type Visitor } from '../testing';

let at: Console;
let town: Town;
let operator: Visitor;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  town = await createTown(at.db);
  operator = await at.person('operator');
});
afterAll(() => at.stop());

const reward = {
  ...{ nameIt: 'Ingresso al museo', nameEn: 'A museum ticket', descriptionIt: '', descriptionEn: '' },
  ...{ cost: 30, stock: 20, validFrom: '2026-01-01', validTo: '2099-12-31', codeDays: 30 },
  ...{ position: 0, active: true },
};

describe('the catalogue', () => {
  test('is written by administrators, in the log, and rests once it was used', async () => {
    const admin = await at.person('admin');
    expect((await operator.post('/rewards', reward)).status).toBe(403);
    const { status, body } = await admin.post('/rewards', reward);
    expect([status, body]).toEqual([201, { ...reward, id: body.id, taken: 0 }]);
    const saver = await createSaver(at.db, 30);
    await redeem(at.db, { id: randomUUID(), personId: saver, rewardId: body.id, cost: 30 }, 's'.repeat(40));
    const changed = await admin.send('PUT', `/rewards/${body.id}`, { ...body, stock: 5 });
    expect(changed.body).toMatchObject({ stock: 5, taken: 1 });
    const [, last] = await at.db
      .getRepository(LogEntry)
      .find({ where: { chain: 'settings' }, order: { seq: 'ASC' } });
    expect(last).toMatchObject({ data: { resource: 'rewards', changes: { stock: [20, 5] } } });
    expect((await admin.send('DELETE', `/rewards/${body.id}`)).body).toMatchObject({ did: 'deactivated' });
  });

  test.each<[string, object]>([
    ['cost', { cost: 0 }],
    ['cost', { cost: 1.5 }],
    ['stock', { stock: -1 }],
    ['validTo', { validTo: '2025-12-31' }],
    ['validFrom', { validFrom: '2026-02-30' }],
    ['codeDays', { codeDays: 0 }],
    ['nameIt', { nameIt: ' ' }],
    ['points', { points: 3 }],
  ])('refuses a wrong %s', async (field, change) => {
    const admin = await at.person('admin');
    const { status, body } = await admin.post('/rewards', { ...reward, ...change });
    expect([status, Object.keys(body.fields)]).toEqual([422, [field]]);
  });
});

describe('a code at the counter', () => {
  async function issue() {
    const [id, rewardId] = [randomUUID(), await createReward(at.db)];
    const { appSecret } = at.deps.config;
    await redeem(at.db, { id, rewardId, cost: 10, personId: await createSaver(at.db, 10) }, appSecret);
    return { id, code: redemptionCode(appSecret, id) };
  }

  test('is looked at, then used, once; nobody learns whose it is', async () => {
    const { id, code } = await issue();
    const seen = await operator.post('/redemptions/look', { code: code.toLowerCase() });
    expect([seen.status, seen.body.nameEn, Object.keys(seen.body).includes('personId')]).toEqual([
      ...[200, 'A museum ticket', false],
    ]);
    expect((await operator.post('/redemptions/use', { code })).status).toBe(200);
    for (const what of ['look', 'use']) {
      const { status, body } = await operator.post(`/redemptions/${what}`, { code });
      expect([status, body.code]).toEqual([409, 'code-used']);
    }
    expect(await at.db.getRepository(Redemption).findOneByOrFail({ id })).toMatchObject({
      usedBy: operator.id,
    });
  });

  test('is taken by one of fifty requests at once', async () => {
    const { code } = await issue();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => operator.post('/redemptions/use', { code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'code-used')).toHaveLength(49);
  });

  test('that nobody made is not found', async () => {
    for (const code of ['AAAA-AAAA-AAAA-AAAA', '€', '%00', "' OR 1=1 --"])
      expect((await operator.post('/redemptions/use', { code })).status).toBe(404);
    expect((await operator.post('/redemptions/use', { code: '' })).status).toBe(422);
    expect((await operator.post('/redemptions/use', {})).status).toBe(422);
  });
});

describe('an appeal', () => {
  async function appealed() {
    const person = await createPerson(at.db);
    const { caseId, reportIds } = await reportedBy(at.db, town, [person.id]);
    await qualify(at.db, town, caseId, { real: false });
    const [id, noteId] = [randomUUID(), await writeNote(at.db.manager, { body: 'C’era' })];
    await at.db.getRepository(Appeal).insert({ id, reportId: reportIds[0]!, noteId });
    return { id, person, caseId, reportId: reportIds[0]! };
  }
  const messageTo = (recipientId: string) =>
    at.db.getRepository(Message).findOneByOrFail({ recipientId, event: 'appeal-answered' });

  test('that is upheld sets right points and standing, and is told', async () => {
    const { id, person, caseId } = await appealed();
    const { body } = await operator.get('/appeals?state=open');
    const listed = body.find((one: { id: string }) => one.id === id);
    expect(listed).toMatchObject({ words: 'C’era', real: false, declared: 3, caseId });
    expect(JSON.stringify(body)).not.toContain(person.email);
    // A qualification that its case did not take is no judgement.
    await at.db.query(
      `INSERT INTO qualification SELECT (json_populate_record(q, json_build_object('id', gen_random_uuid(),
         'real', true, 'recorded_at', now() + interval '1 minute'))).* FROM qualification q WHERE case_id = $1`,
      [caseId],
    );
    expect((await operator.get(`/appeals/${id}`)).body).toMatchObject({ real: false });
    const answered = await operator.post(`/appeals/${id}/answer`, { upheld: true, note: 'È vero, scusa.' });
    expect(answered.body).toMatchObject({ state: 'upheld', answer: 'È vero, scusa.' });
    expect(await judgedCasesOf(at.db.manager, person.id)).toMatchObject([{ upheld: true, real: false }]);
    expect(await at.db.getRepository(PointsEntry).findBy({ personId: person.id })).toMatchObject([
      { reason: 'corrected', amount: 10, caseId },
    ]);
    const { data } = await messageTo(person.id);
    expect(data).toMatchObject({ upheld: true, meId: expect.any(String) });
    const again = await operator.post(`/appeals/${id}/answer`, { upheld: false, note: 'x' });
    expect([again.status, again.body.code]).toEqual([409, 'conflict']);
    expect(await at.db.getRepository(PointsEntry).countBy({ personId: person.id })).toBe(1);
  });

  test('whose report is erased meanwhile, or was before, keeps no words', async () => {
    const erase = (reportId: string) =>
      eraseReports(at.db, [reportId], {
        ...{ actor: { kind: 'system', id: null }, reason: 'request', dataDir: at.deps.config.dataDir },
      });
    const answer = (id: string) => operator.post(`/appeals/${id}/answer`, { upheld: true, note: 'È vero.' });
    const [meanwhile, before] = [await appealed(), await appealed()];
    const chain = `report:${meanwhile.reportId}`;
    const [{ status }] = await meet(
      at.db,
      chain,
      () => answer(meanwhile.id),
      () => erase(meanwhile.reportId),
    );
    await erase(before.reportId);
    expect([status, (await answer(before.id)).status]).toEqual([200, 200]);
    for (const { id } of [meanwhile, before]) {
      const { state, noteId, answerNoteId } = await at.db.getRepository(Appeal).findOneByOrFail({ id });
      const notes = [noteId, answerNoteId].filter((one) => one !== null).map((one) => ({ id: one }));
      const bodies = (await at.db.getRepository(Note).findBy(notes)).map(({ body }) => body);
      expect([state, bodies.filter(Boolean)]).toEqual(['upheld', []]);
    }
  });

  test('that is not upheld is explained, and changes nothing', async () => {
    const { id, person } = await appealed();
    expect((await operator.post(`/appeals/${id}/answer`, { upheld: false, note: ' ' })).status).toBe(422);
    await operator.post(`/appeals/${id}/answer`, { upheld: false, note: 'La foto è di un’altra via.' });
    expect(await judgedCasesOf(at.db.manager, person.id)).toMatchObject([
      { upheld: false, appeal: { state: 'explained', answer: 'La foto è di un’altra via.' } },
    ]);
    expect(await at.db.getRepository(PointsEntry).countBy({ personId: person.id })).toBe(0);
    expect((await messageTo(person.id)).data).toMatchObject({ upheld: false });
  });

  test('is for its department, and for who may answer', async () => {
    const { id } = await appealed();
    const elsewhere = await at.person('coordinator', (await createTown(at.db)).departmentId);
    expect((await elsewhere.get('/appeals')).body).toEqual([]);
    expect((await elsewhere.post(`/appeals/${id}/answer`, { upheld: true, note: 'x' })).status).toBe(404);
    const technician = await at.person('technician');
    expect((await technician.get('/appeals')).status).toBe(403);
  });
});
