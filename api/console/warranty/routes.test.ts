import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createMunicipality } from '../../../activities/emergency/testing';
import {
  Case,
  Handover,
  LogEntry,
  Message,
  Note,
  Repair,
  SlaPolicy,
  Supplier,
  WarrantyClaim,
} from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { rowToken } from '../../../db/tokens';
import { startReportWorkflow } from '../../../temporal/starter';
import { devServerEnvironment } from '../../../temporal/testing';
import { startWork } from '../../../temporal/testing-work';
import { linkOf } from '../../supplier/links';
import {
  type Console,
  createCase,
  createCrewAndSupplier,
  createReport,
  createTown,
  startConsole,
  until,
  type Visitor,
} from '../testing';

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

const give = async (caseId: string, name: string) =>
  expect((await admin.post(`/cases/${caseId}/commands`, { name, commandId: randomUUID() })).status).toBe(200);

/** A problem that is reported again at a place that a supplier repaired a month ago. */
async function scene({ accepted = true } = {}) {
  const town = await createTown(at.db);
  const { supplierId } = await createCrewAndSupplier(at.db, town);
  const repaired = await createCase(at.db, town, {
    status: 'closed',
    outcome: 'repaired',
    closedAt: new Date(),
  });
  const [repairId, monthAgo] = [randomUUID(), new Date(Date.now() - 30 * 86_400_000)];
  await at.db.getRepository(Repair).insert({
    ...{
      id: repairId,
      caseId: repaired.id,
      cycle: 1,
      supplierId,
      recordedBy: supplierId,
      recordedAt: monthAgo,
    },
    ...{ procedure: 'Toppa', hours: '1', cost: '40', warrantyUntil: '2099-12-31' },
  });
  await at.db.transaction((tx) =>
    appendLog(tx, {
      ...{ chain: `case:${repaired.id}`, factId: 'r', name: 'repaired', at: monthAgo, public: true },
      ...{ actor: { kind: 'supplier', id: supplierId }, data: { repairId } },
    }),
  );
  const { id: reportId } = await createReport(at.db, town, { joinsCaseId: repaired.id });
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  const claim = await until(() => at.db.getRepository(WarrantyClaim).findOneBy({ supplierId }));
  if (accepted) for (const name of ['verify', 'accept']) await give(claim.caseId, name);
  const state = async () =>
    (await at.db.getRepository(WarrantyClaim).findOneByOrFail({ id: claim.id })).state;
  return {
    ...{ town, supplierId, repaired, claim, caseId: claim.caseId, state },
    at: `/warranty-claims/${claim.id}`,
  };
}

const offerOf = (caseId: string) =>
  at.db.getRepository(Handover).findOneByOrFail({ caseId, status: 'offered' });
const page = async (path: string, form?: Record<string, string>) => {
  const answer = await fetch(at.origin + path, {
    headers: { accept: 'text/html', 'accept-language': 'it' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  return answer.text();
};
const offerPage = (id: string, form?: Record<string, string>) =>
  page(`/x/${rowToken(at.deps.config.appSecret, 'offer', id)}`, form);

test('one button opens the supplier’s duty again: the mail, the page and the portal say that it is under warranty', async () => {
  const { town, supplierId, repaired, claim, caseId, state, at: path } = await scene();
  const coordinator = await at.person('coordinator', town.departmentId);
  const before = (await coordinator.get(path)).body;
  expect(before).toMatchObject({
    ...{ state: 'proposed', sendable: true, sameCategory: true, supplierId, caseId },
    ...{ repairedCaseNumber: repaired.number, warrantyUntil: '2099-12-31', daysLeft: expect.any(Number) },
  });
  expect((await coordinator.post(`${path}/send`, { note: 'Subito, per favore.' })).status).toBe(200);
  await until(async () => (await state()) === 'sent');
  expect((await coordinator.post(`${path}/send`)).body.code).toBe('conflict');
  const offer = await offerOf(caseId);
  expect(offer.claimId).toBe(claim.id);
  const { body: words } = await at.db.getRepository(Note).findOneByOrFail({ id: offer.noteId });
  expect(words).toMatch(
    /^Lavoro in garanzia, senza compenso\. .* 31 dicembre 2099\.\n\nSubito, per favore\.$/,
  );
  await until(() =>
    at.db.getRepository(Message).findOneBy({ caseId, event: 'offer', recipientId: supplierId }),
  );
  expect(await offerPage(offer.id)).toContain('lo rifà senza compenso');
  expect(await offerPage(offer.id, { taken: 'yes' })).toContain('il caso è vostro');
  await until(async () => (await state()) === 'accepted');
  const row = await until(() => at.db.getRepository(Case).findOneBy({ id: caseId, status: 'assigned' }));
  expect(row.supplierId).toBe(supplierId);
  const supplier = await at.db.getRepository(Supplier).findOneByOrFail({ id: supplierId });
  const job = await page(`${new URL(linkOf(at.deps.config, supplier)).pathname}/${row.number}`);
  expect(job).toContain('Lavoro in garanzia, senza compenso. La garanzia vale fino al 31 dicembre 2099.');
  expect(job).toContain('name="cost" inputmode="decimal" value="0"');
  const entries = await at.db
    .getRepository(LogEntry)
    .find({ where: { chain: `case:${caseId}` }, order: { seq: 'ASC' } });
  const told = entries.filter(({ name }) => name.startsWith('warranty-'));
  expect(told.map(({ name, actorId }) => [name, actorId])).toEqual([
    ['warranty-proposed', null],
    ['warranty-sent', coordinator.id],
    ['warranty-accepted', supplierId],
  ]);
});

test('a supplier who refuses says why', async () => {
  const { caseId, state, at: path } = await scene();
  await admin.post(`${path}/send`);
  const offer = await offerOf(caseId);
  await offerPage(offer.id, { taken: 'no', reason: 'not-in-contract' });
  await until(async () => (await state()) === 'refused');
  expect((await admin.get(path)).body).toMatchObject({ reason: 'not-in-contract', sendable: false });
  expect((await admin.post(`${path}/send`)).status).toBe(409);
});

test('nothing is sent while the department has not accepted the case, and nothing of it stays', async () => {
  const { claim, state, at: path } = await scene({ accepted: false });
  expect((await admin.get(path)).body.sendable).toBe(false);
  expect((await admin.post(`${path}/send`)).body.code).toBe('illegal-transition');
  expect(await at.db.getRepository(Handover).countBy({ claimId: claim.id })).toBe(0);
  expect(await state()).toBe('proposed');
});

test('that the supplier works here no more is another reason than that the case is not ready', async () => {
  const { supplierId, at: path } = await scene();
  const said = async () => {
    const { sendable, supplierActive } = (await admin.get(path)).body;
    return [sendable, supplierActive];
  };
  expect(await said()).toEqual([true, true]);
  await at.db.getRepository(Supplier).update({ id: supplierId }, { active: false });
  expect(await said()).toEqual([false, false]);
});

test('a claim is withdrawn with a reason, its offer too, and the case can be offered again', async () => {
  const { caseId, state, at: path } = await scene();
  expect((await admin.post(`${path}/withdraw`, {})).status).toBe(422);
  await admin.post(`${path}/send`);
  const offer = await offerOf(caseId);
  expect((await admin.post(`${path}/withdraw`, { note: 'Danno di un terzo' })).status).toBe(200);
  expect(await state()).toBe('withdrawn');
  expect((await admin.get(path)).body).toMatchObject({ note: 'Danno di un terzo', endedByName: 'admin' });
  await until(() => at.db.getRepository(Handover).findOneBy({ id: offer.id, status: 'withdrawn' }));
  expect(await state()).toBe('withdrawn');
  expect((await admin.post(`${path}/withdraw`, { note: 'Di nuovo' })).body.code).toBe('conflict');
});

test('what nobody took may be sent again, as another offer', async () => {
  const { caseId, claim, state, at: path } = await scene();
  await admin.post(`${path}/send`);
  const { id: handoverId } = await offerOf(caseId);
  const back = { name: 'withdraw-handover', commandId: randomUUID(), handoverId };
  expect((await admin.post(`/cases/${caseId}/commands`, back)).status).toBe(200);
  await until(async () => (await state()) === 'proposed');
  expect((await admin.post(`${path}/send`)).status).toBe(200);
  await until(async () => (await state()) === 'sent');
  expect(await at.db.getRepository(Handover).countBy({ claimId: claim.id })).toBe(2);
});

test('the list is of the own department, by state and supplier; only who decides may decide', async () => {
  const { town, supplierId, claim, at: path } = await scene({ accepted: false });
  const own = await at.person('coordinator', town.departmentId);
  const other = await at.person('coordinator', (await createTown(at.db)).departmentId);
  const ids = async (visitor: Visitor, query = '') =>
    (await visitor.get(`/warranty-claims?${query}`)).body.map(({ id }: { id: string }) => id);
  expect(await ids(own)).toEqual([claim.id]);
  expect(await ids(own, 'state=accepted')).toEqual([]);
  expect(await ids(admin, `state=proposed&supplierId=${supplierId}`)).toEqual([claim.id]);
  expect(await ids(other)).toEqual([]);
  expect((await other.get(path)).status).toBe(404);
  expect((await other.post(`${path}/send`)).status).toBe(404);
  for (const role of ['operator', 'auditor', 'management'] as const)
    expect((await (await at.person(role)).post(`${path}/send`)).status).toBe(403);
  expect((await (await at.person('technician')).get(path)).status).toBe(403);
});
