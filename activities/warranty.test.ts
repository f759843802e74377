import { randomUUID } from 'node:crypto';
import { Case, Handover, LogEntry, Note, Repair, Supplier, WarrantyClaim } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Fact } from '../domain/case/facts';
import type { CaseState } from '../domain/case/state';
import { createCaseActivities } from './case';
import { createMunicipality } from './emergency/testing';
import { matchOrOpen } from './matching';
import {
  confirmRepair,
  createReport,
  createTown,
  createUser,
  dependenciesOf,
  factOf,
  recordingSignals,
  stateOf,
  type Town,
} from './testing';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  await createMunicipality(database.dataSource);
  town = await createTown(database.dataSource);
});
afterAll(() => database.drop());

/** Tells what a case has decided; each time a version later. */
const recorder = (caseId: string) => {
  let version = 0;
  const { recordCase } = createCaseActivities(dependenciesOf(database.dataSource, recordingSignals()));
  return (change: Partial<CaseState>, ...facts: Fact[]) => {
    version += 1;
    return recordCase({ state: stateOf(caseId, town, { ...change, version }), facts });
  };
};

const newCase = async () => {
  const report = await createReport(database.dataSource, town);
  return database.dataSource.transaction((tx) => matchOrOpen(tx, report.id));
};

/** A case that a supplier has repaired, with its warranty. */
async function repaired({ warrantyUntil = '2026-03-29' as string | null, at = '2025-03-29T10:00:00Z' } = {}) {
  const db = database.dataSource;
  const [caseId, supplierId, repairId] = [await newCase(), randomUUID(), randomUUID()];
  await db.getRepository(Supplier).insert({ id: supplierId, name: supplierId, email: 's@example.org' });
  const done = {
    procedure: 'Toppa',
    hours: '1',
    cost: '40',
    recordedBy: supplierId,
    recordedAt: new Date(at),
  };
  await db
    .getRepository(Repair)
    .insert({ id: repairId, caseId, cycle: 1, supplierId, warrantyUntil, ...done });
  await confirmRepair(db, caseId, repairId, new Date(at));
  return { caseId, supplierId, repairId };
}

/** A case of the same problem, whose workflow has just said that it is open. */
async function recurrence(of: string, openedAt: string) {
  const id = await newCase();
  await database.dataSource
    .getRepository(Case)
    .update({ id }, { recurrenceOf: of, openedAt: new Date(openedAt) });
  const record = recorder(id);
  await record({}, factOf('opened'));
  return { id, record };
}

const claimsOf = (caseId: string) => database.dataSource.getRepository(WarrantyClaim).findBy({ caseId });
const entriesOf = async (caseId: string) => {
  const entries = await database.dataSource
    .getRepository(LogEntry)
    .find({ where: { chain: `case:${caseId}` }, order: { seq: 'ASC' } });
  return entries.filter(({ name }) => name.startsWith('warranty-'));
};

/** The local day in Rome decides: summer time begins on the last day of the warranty. */
test.each([
  ['2026-03-29T21:59:59Z', true],
  ['2026-03-29T22:00:00Z', false],
])('what is reported at %s, of a warranty until the 29th, is claimed: %s', async (at, claimed) => {
  const first = await repaired();
  const { id } = await recurrence(first.caseId, at);
  expect(await claimsOf(id)).toHaveLength(claimed ? 1 : 0);
});

test('the claim says why, once, and the case’s log says it too', async () => {
  const first = await repaired();
  const { id, record } = await recurrence(first.caseId, '2025-10-20T08:00:00Z');
  await record({}, factOf('opened'));
  const [claim, ...more] = await claimsOf(id);
  expect(more).toEqual([]);
  expect(claim).toMatchObject({
    ...{ repairId: first.repairId, repairedCaseId: first.caseId, supplierId: first.supplierId },
    ...{ repairedOn: '2025-03-29', warrantyUntil: '2026-03-29', backOn: '2025-10-20' },
    ...{ sameCategory: true, state: 'proposed' },
  });
  expect((await entriesOf(id)).map(({ name, data }) => [name, data.daysLeft, data.id])).toEqual([
    ['warranty-proposed', 160, first.supplierId],
  ]);
});

test('a third case is held against the last repair of the place, also where it names the first', async () => {
  const first = await repaired();
  const second = await repaired({ at: '2025-06-01T10:00:00Z', warrantyUntil: '2025-12-01' });
  await database.dataSource
    .getRepository(Case)
    .update({ id: second.caseId }, { recurrenceOf: first.caseId, openedAt: new Date('2025-05-20') });
  const { id } = await recurrence(first.caseId, '2025-07-01T08:00:00Z');
  expect((await claimsOf(id)).map(({ supplierId }) => supplierId)).toEqual([second.supplierId]);
});

test('a case that is opened again claims its own repair; one without warranty claims nothing', async () => {
  for (const [warrantyUntil, claims] of [
    ['2026-03-29', 1],
    [null, 0],
  ] as const) {
    const { caseId } = await repaired({ warrantyUntil });
    const at = Date.parse('2025-05-01T08:00:00Z');
    await recorder(caseId)({ status: 'assigning', cycle: 2 }, factOf('reopened', { at }));
    expect(await claimsOf(caseId)).toHaveLength(claims);
  }
});

test('a repair that its case never confirmed is none', async () => {
  const first = await repaired();
  const { supplierId } = first;
  const unsaid = { caseId: first.caseId, cycle: 1, supplierId, procedure: 'x', hours: '1', cost: '1' };
  await database.dataSource.getRepository(Repair).insert({
    ...{ ...unsaid, id: randomUUID(), recordedBy: supplierId, recordedAt: new Date('2025-09-01') },
  });
  const { id } = await recurrence(first.caseId, '2025-10-20T08:00:00Z');
  expect((await claimsOf(id)).map(({ repairId }) => repairId)).toEqual([first.repairId]);
});

/** The claim of a recurrence, offered to the supplier. */
async function offered() {
  const first = await repaired();
  const { id: caseId, record } = await recurrence(first.caseId, '2025-10-20T08:00:00Z');
  const [claim] = await claimsOf(caseId);
  const db = database.dataSource;
  const offer = async () => {
    const [handoverId, noteId] = [randomUUID(), randomUUID()];
    await db.getRepository(Note).insert({ id: noteId, body: 'x', digest: Buffer.alloc(32) });
    await db.getRepository(Handover).insert({
      ...{ id: handoverId, caseId, kind: 'supplier', partyId: first.supplierId, noteId },
      ...{ offeredBy: randomUUID(), claimId: claim!.id },
    });
    const data = { handoverId, kind: 'supplier', id: first.supplierId };
    await record({ status: 'assigning' }, factOf('handover-offered', { data }));
    return data;
  };
  const state = async () => (await claimsOf(caseId))[0];
  return { caseId, record, offer, state, data: await offer() };
}

test('the answer to the offer is the claim’s, and is written once', async () => {
  const supplier = { kind: 'supplier', id: randomUUID() } as const;
  const { caseId, record, state, data } = await offered();
  expect(await state()).toMatchObject({ state: 'sent', endedAt: null });
  const no = factOf('handover-refused', { actor: supplier, data: { ...data, reason: 'not-in-contract' } });
  await record({ status: 'assigning' }, no);
  await record({ status: 'assigning' }, no);
  expect(await state()).toMatchObject({ state: 'refused', reason: 'not-in-contract', endedBy: null });
  expect((await entriesOf(caseId)).map(({ name, data }) => [name, data.reason])).toEqual([
    ...[
      ['warranty-proposed', undefined],
      ['warranty-sent', undefined],
    ],
    ['warranty-refused', 'not-in-contract'],
  ]);
});

test('what nobody answered may be sent again, and is accepted then', async () => {
  const { record, offer, state, data } = await offered();
  await record({ status: 'assigning' }, factOf('handover-unanswered', { data }));
  expect((await state())?.state).toBe('proposed');
  const again = await offer();
  await record({ status: 'assigned' }, factOf('handover-taken', { data: again }));
  expect((await state())?.state).toBe('accepted');
});

test('an end withdraws what was never settled, not what was', async () => {
  const unsent = await offered();
  const end = { status: 'closed', outcome: 'not-fixed' } as const;
  await unsent.record(end, factOf('handover-withdrawn', { data: unsent.data }), factOf('closed'));
  expect((await unsent.state())?.state).toBe('withdrawn');
  const names = (await entriesOf(unsent.caseId)).map(({ name }) => name);
  expect(names.slice(-2)).toEqual(['warranty-taken-back', 'warranty-withdrawn']);
  const settled = await offered();
  await settled.record({ status: 'assigned' }, factOf('handover-taken', { data: settled.data }));
  await settled.record(end, factOf('closed'));
  expect((await settled.state())?.state).toBe('accepted');
});

test('a case is back when its citizen says so, however long staff take to open it again', async () => {
  const { caseId } = await repaired();
  const record = recorder(caseId);
  const asked = factOf('reopen-asked', { at: Date.parse('2026-03-27T08:00:00Z') });
  await record({ status: 'rating' }, asked);
  const decided = factOf('reopened', { at: Date.parse('2026-03-31T08:00:00Z') });
  await record({ status: 'assigning', cycle: 2 }, decided);
  expect(await claimsOf(caseId)).toMatchObject([{ backOn: '2026-03-27', state: 'proposed' }]);
});

test('what a refused request asked for is not when a later one was granted', async () => {
  const { caseId } = await repaired();
  const record = recorder(caseId);
  const at = (day: string) => ({ at: Date.parse(`${day}T08:00:00Z`) });
  await record({}, factOf('reopen-asked', at('2025-06-01')), factOf('reopen-refused', at('2025-06-02')));
  await record({}, factOf('reopen-asked', at('2026-04-01')));
  await record({ status: 'assigning', cycle: 2 }, factOf('reopened', at('2026-04-02')));
  expect(await claimsOf(caseId)).toEqual([]);
});

const merged = { status: 'closed', outcome: 'merged' } as const;

test('an undone merge brings the claim back, once, and what was settled stays so', async () => {
  const first = await repaired();
  const { id, record } = await recurrence(first.caseId, '2025-10-20T08:00:00Z');
  const state = async () => (await claimsOf(id)).map(({ state, endedAt }) => [state, endedAt !== null]);
  const undone = factOf('unmerged');
  for (const _ of [1, 2]) {
    await record(merged, factOf('merged'));
    expect(await state()).toEqual([['withdrawn', true]]);
    await record({ status: 'verifying' }, undone);
    await record({ status: 'verifying' }, undone);
    expect(await state()).toEqual([['proposed', false]]);
    undone.at += 5;
  }
  const names = (await entriesOf(id)).map(({ name }) => name.replace('warranty-', ''));
  expect(names).toEqual(['proposed', 'withdrawn', 'proposed', 'withdrawn', 'proposed']);
  const endedBy = await createUser(database.dataSource, 'coordinator');
  await database.dataSource
    .getRepository(WarrantyClaim)
    .update({ caseId: id }, { state: 'withdrawn', endedBy, endedAt: new Date() });
  await record(merged, factOf('merged'));
  await record({ status: 'verifying' }, factOf('unmerged'));
  expect(await state()).toEqual([['withdrawn', true]]);
});

test('a case that ends unrepaired and is opened again within the warranty is claimed again', async () => {
  const { caseId } = await repaired();
  const record = recorder(caseId);
  const at = (day: string) => ({ at: Date.parse(`${day}T08:00:00Z`) });
  await record({ status: 'assigning', cycle: 2 }, factOf('reopened', at('2025-05-01')));
  await record({ status: 'closed', outcome: 'not-fixed' }, factOf('closed', at('2025-06-01')));
  expect(await claimsOf(caseId)).toMatchObject([{ state: 'withdrawn' }]);
  await record({ status: 'assigning', cycle: 3 }, factOf('reopened', at('2025-07-01')));
  expect(await claimsOf(caseId)).toMatchObject([{ state: 'proposed', backOn: '2025-07-01', endedAt: null }]);
  await record({ status: 'closed', outcome: 'not-fixed' }, factOf('closed', at('2025-08-01')));
  expect(await claimsOf(caseId)).toMatchObject([{ state: 'withdrawn' }]);
});

/** A recurrence with a claim, and a case of its own that it is merged into. */
async function merging(change: Partial<WarrantyClaim> = {}) {
  const first = await repaired();
  const { id } = await recurrence(first.caseId, '2025-10-20T08:00:00Z');
  await database.dataSource.getRepository(WarrantyClaim).update({ caseId: id }, { ...change, caseId: id });
  const into = await newCase();
  const record = recorder(into);
  const absorb = () =>
    record({ absorbed: [absorbedOf(id)] }, factOf('absorbed', { data: { caseId: id, mergeId: id } }));
  return { first, id, into, record, absorb };
}
const absorbedOf = (caseId: string) => ({ caseId, repairDueAt: null, since: 0 });

test('what a case was owed is owed to the case that it becomes part of, and on from there', async () => {
  const { first, id, into, record, absorb } = await merging();
  await absorb();
  const own = {
    repairId: first.repairId,
    supplierId: first.supplierId,
    state: 'proposed',
    backOn: '2025-10-20',
  };
  expect(await claimsOf(into)).toMatchObject([own]);
  const further = await newCase();
  const fact = factOf('absorbed', { data: { caseId: into, mergeId: into } });
  await recorder(further)({ absorbed: [absorbedOf(into)] }, fact);
  expect(await claimsOf(further)).toMatchObject([own]);
  await record({ absorbed: [] }, factOf('unabsorbed', { data: { caseId: id, unmergeId: id } }));
  expect((await claimsOf(into)).map(({ state }) => state)).toEqual(['withdrawn']);
});

test('what another case that stays has brought, or its own place, is still owed after an undo', async () => {
  const { first, id, into, record, absorb } = await merging();
  const { id: other } = await recurrence(first.caseId, '2025-10-21T08:00:00Z');
  await absorb();
  const both = [absorbedOf(id), absorbedOf(other)];
  await record({ absorbed: both }, factOf('absorbed', { data: { caseId: other, mergeId: other } }));
  expect(await claimsOf(into)).toHaveLength(1);
  const undo = factOf('unabsorbed', { data: { caseId: id, unmergeId: id } });
  await record({ absorbed: [absorbedOf(other)] }, undo);
  expect((await claimsOf(into)).map(({ state }) => state)).toEqual(['proposed']);
});

test.each<[string, Partial<WarrantyClaim>]>([
  ['a supplier has refused', { state: 'refused' }],
  ['staff have given up', { state: 'withdrawn', endedBy: randomUUID() }],
])('a merge does not ask again for what %s', async (_, change) => {
  if (change.endedBy) change.endedBy = await createUser(database.dataSource, 'coordinator');
  const { into, absorb } = await merging(change);
  await absorb();
  expect(await claimsOf(into)).toEqual([]);
});

test('nothing is owed to a case that was repaired since', async () => {
  const { into, absorb } = await merging();
  const [id, at] = [randomUUID(), new Date('2025-11-01T10:00:00Z')];
  await database.dataSource.getRepository(Repair).insert({
    ...{ id, caseId: into, cycle: 1, procedure: 'x', hours: '1', cost: '1', recordedBy: id, recordedAt: at },
  });
  await confirmRepair(database.dataSource, into, id, at);
  await absorb();
  expect(await claimsOf(into)).toEqual([]);
});
