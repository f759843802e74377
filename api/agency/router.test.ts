import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { Webhook } from 'standardwebhooks';
import { createEmergencyActivities } from '../../activities/emergency';
import { createMunicipality } from '../../activities/emergency/testing';
import { createReport, createTown, dependenciesOf, recordingSignals } from '../../activities/testing';
import { Agency, Case, DepartmentAgency, Forward, Membership, Photo } from '../../db/entities';
import { hashToken } from '../../db/tokens';
import { type Receiver, startReceiver } from '../../deliveries/testing-receiver';
import { devServerEnvironment, workflowBundle } from '../../temporal/testing';
import { caseOverSignal, emergencyWorkflowId } from '../../workflows/emergency/messages';
import { type Site, startSite } from '../testing';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const taskQueue = 'emergencies';

let site: Site;
let db: Site['db'];
let origin: string;
let temporal: TestWorkflowEnvironment;
let receiver: Receiver;
let worker: Worker;
let working: Promise<void>;
let town: Awaited<ReturnType<typeof createTown>>;

beforeAll(async () => {
  temporal = await devServerEnvironment();
  const { client } = temporal;
  site = await startSite({ temporal: client, env: { ALLOW_PRIVATE_WEBHOOKS: 'true' } });
  ({ db, origin } = site);
  await createMunicipality(db);
  town = await createTown(db);
  receiver = await startReceiver();
  worker = await Worker.create({
    connection: temporal.nativeConnection,
    namespace: temporal.namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: createEmergencyActivities({
      ...dependenciesOf(db, recordingSignals()),
      temporal: client,
      config: { ...site.deps.config, publicUrl: origin },
    }),
  });
  working = worker.run();
});
afterAll(async () => {
  worker.shutdown();
  await working;
  await receiver.close();
  await site.stop();
  await temporal.teardown();
});
beforeEach(() => {
  receiver.received.length = 0;
});

async function createAgency(position: number, change: Partial<Agency> = {}): Promise<string> {
  const id = randomUUID();
  await db
    .getRepository(Agency)
    .insert({ id, name: `Agency ${id}`, webhookUrl: receiver.url, secret, ackMinutes: 5, ...change });
  await db
    .getRepository(DepartmentAgency)
    .insert({ departmentId: town.departmentId, agencyId: id, position });
  return id;
}

/** An emergency with its forward under way: an agency has got it, after a dead one where there is one. */
async function alarm({ afterDead = false } = {}) {
  await db.query('DELETE FROM department_agency');
  if (afterDead) await createAgency(0, { webhookUrl: 'http://127.0.0.1:1/' });
  const agencyId = await createAgency(1);
  const report = await createReport(db, town, { emergency: 'injured', text: 'È <b>caduto</b>' });
  const caseId = randomUUID();
  await db.getRepository(Case).insert({
    ...{ id: caseId, departmentId: town.departmentId, categoryId: town.categoryId, number: `C-${caseId}` },
    ...{ kind: 'problem', status: 'verifying', danger: 4, emergency: 'injured', priority: 100 },
    ...{ location: report.location, address: 'Via Roma 12' },
  });
  await db.getRepository(Membership).insert({ reportId: report.id, caseId });
  const handle = await temporal.client.workflow.start('emergencyWorkflow', {
    workflowId: emergencyWorkflowId({ caseId, forwardNumber: 1 }),
    taskQueue,
    args: [{ caseId, forwardNumber: 1 }],
  });
  while (receiver.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  const { data } = JSON.parse(receiver.received[0]!.body);
  const rows = () => db.getRepository(Forward).find({ where: { caseId }, order: { sentAt: 'ASC' } });
  return { caseId, agencyId, reportId: report.id, handle, rows, ...data } as {
    caseId: string;
    agencyId: string;
    reportId: string;
    handle: typeof handle;
    rows: typeof rows;
    forwardId: string;
    acknowledgeUrl: string;
    acknowledgeApi: string;
    cap: string;
  };
}

/** Ends the forward and tells how often its workflow heard an acknowledgement. */
async function heard(handle: Awaited<ReturnType<typeof alarm>>['handle']): Promise<number> {
  await handle.signal(caseOverSignal);
  await handle.result();
  const { events } = await handle.fetchHistory();
  return (events ?? []).filter(
    (event) => event.workflowExecutionSignaledEventAttributes?.signalName === 'acknowledge',
  ).length;
}

const html = { headers: { accept: 'text/html' } };

test('a dead agency is passed over; the next one opens the link, looks, and answers once', async () => {
  const { handle, rows, agencyId, acknowledgeUrl } = await alarm({ afterDead: true });
  expect(acknowledgeUrl.startsWith(`${origin}/a/`)).toBe(true);
  const page = await fetch(acknowledgeUrl, html);
  expect(page.status).toBe(200);
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  const shown = await page.text();
  expect(shown).toContain('Via Roma 12');
  expect(shown).toContain('È &lt;b&gt;caduto&lt;/b&gt;');
  expect(shown).toContain('<form method="post">');
  expect((await rows()).map(({ acknowledgedAt }) => acknowledgedAt)).toEqual([null, null]);

  const answered = await fetch(acknowledgeUrl, { method: 'POST', ...html });
  expect(answered.status).toBe(200);
  expect(await answered.text()).not.toContain('<form method="post">');
  const [dead, taken] = await rows();
  expect(dead).toMatchObject({ deliveredAt: null, lastError: 'ECONNREFUSED' });
  expect(taken).toMatchObject({ agencyId, lastStatus: 204 });
  expect((await fetch(acknowledgeUrl, { method: 'POST', ...html })).status).toBe(200);
  expect((await rows())[1]!.acknowledgedAt).toEqual(taken!.acknowledgedAt);
  expect(await heard(handle)).toBe(2);
});

test('the signed API answers; forged, old, foreign and misdirected calls do not', async () => {
  const { handle, rows, forwardId, acknowledgeApi } = await alarm();
  const call = (body: object, key = secret, at = new Date(), to = acknowledgeApi) => {
    const text = JSON.stringify(body);
    return fetch(to, {
      method: 'POST',
      body: text,
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'call-1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(key).sign('call-1', at, text),
      },
    });
  };
  const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  expect((await call({ forwardId }, other)).status).toBe(403);
  expect((await call({ forwardId }, secret, new Date(Date.now() - 10 * 60_000))).status).toBe(403);
  expect((await fetch(acknowledgeApi, { method: 'POST', body: '{}' })).status).toBe(403);
  expect((await call({ forwardId: randomUUID() })).status).toBe(422);
  expect((await call({ forwardId, more: 1 })).status).toBe(422);
  const elsewhere = acknowledgeApi.replace(forwardId, randomUUID());
  expect((await call({ forwardId }, secret, new Date(), elsewhere)).status).toBe(404);
  expect((await rows()).every(({ acknowledgedAt }) => acknowledgedAt === null)).toBe(true);

  for (const _twice of [1, 2]) {
    const answer = await call({ forwardId });
    expect([answer.status, await answer.json()]).toEqual([200, { acknowledged: true }]);
  }
  expect((await rows())[0]!.acknowledgedAt).not.toBeNull();
  expect(await heard(handle)).toBe(2);
});

test('forged, expired and recalled links are refused, in words or as JSON', async () => {
  const { handle, rows, caseId, forwardId, acknowledgeUrl } = await alarm();
  const forged = await fetch(`${origin}/a/AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-A`, { method: 'POST', ...html });
  expect([forged.status, forged.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect((await fetch(`${origin}/a/x/photo`)).status).toBe(404);

  const [alert] = await rows();
  const cancel = {
    ...alert!,
    id: randomUUID(),
    msgType: 'Cancel' as const,
    ackTokenHash: null,
    sentAt: new Date(),
  };
  await db.getRepository(Forward).insert(cancel);
  const recalled = await fetch(acknowledgeUrl, html);
  expect(recalled.status).toBe(200);
  expect(await recalled.text()).not.toContain('<form method="post">');
  expect((await fetch(acknowledgeUrl, { method: 'POST', ...html })).status).toBe(410);
  await db.getRepository(Forward).delete({ id: cancel.id });

  await db.query("UPDATE forward SET sent_at = now() - interval '3 days' WHERE case_id = $1", [caseId]);
  expect((await fetch(acknowledgeUrl, html)).status).toBe(410);
  const asJson = await fetch(acknowledgeUrl, { method: 'POST', headers: { accept: 'application/json' } });
  expect([asJson.status, ((await asJson.json()) as { code: string }).code]).toEqual([410, 'link-expired']);
  expect((await db.getRepository(Forward).findOneByOrFail({ id: forwardId })).acknowledgedAt).toBeNull();
  expect(await heard(handle)).toBe(0);
});

test('the photo is there for whoever has the link', async () => {
  const { handle, reportId, acknowledgeUrl } = await alarm();
  expect((await fetch(`${acknowledgeUrl}/photo`)).status).toBe(404);
  const id = randomUUID();
  mkdirSync(path.join(site.deps.config.dataDir, 'photos'), { recursive: true });
  writeFileSync(path.join(site.deps.config.dataDir, 'photos', `${id}.jpg`), 'a picture');
  const photo = { id, reportId, purpose: 'report' as const, width: 1, height: 1, bytes: 9 };
  await db.getRepository(Photo).insert({ ...photo, sha256: hashToken('x') });
  const answer = await fetch(`${acknowledgeUrl}/photo`);
  expect([answer.status, await answer.text()]).toEqual([200, 'a picture']);
  expect(await (await fetch(acknowledgeUrl, html)).text()).toContain('/photo"');
  await heard(handle);
});
