import { randomUUID } from 'node:crypto';
import { confirmRepair, createTown, type Town } from '../../activities/testing';
import { Case, Handover, Note, Repair, WarrantyClaim } from '../../db/entities';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { createCase, createCrewAndSupplier } from '../console/testing';
import { jobsOf } from './jobs';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  town = await createTown(at());
});
afterAll(() => database.drop());

const at = () => database.dataSource;
const day = (days: number) => new Date(Date.UTC(2026, 0, 5, 8) + days * 86_400_000);

async function repaired(caseId: string, on: number, change: Partial<Repair> = {}, confirmed = true) {
  const id = randomUUID();
  await at()
    .getRepository(Repair)
    .insert({
      ...{ id, caseId, cycle: 1, procedure: 'Toppa', hours: '1', cost: '1', recordedBy: randomUUID() },
      ...{ recordedAt: day(on), ...change },
    });
  if (confirmed) await confirmRepair(at(), caseId, id, day(on));
  return id;
}

/** A case of a supplier who took it on the fifth day because of a repair on the first. */
async function owed() {
  const { supplierId } = await createCrewAndSupplier(at(), town);
  const { id: caseId } = await createCase(at(), town, { status: 'assigned', supplierId });
  const repairId = await repaired(caseId, 1, { supplierId });
  const [claimId, noteId] = [randomUUID(), randomUUID()];
  await at()
    .getRepository(WarrantyClaim)
    .insert({
      ...{ id: claimId, caseId, repairId, repairedCaseId: caseId, supplierId, state: 'accepted' },
      ...{ repairedOn: '2026-01-06', warrantyUntil: '2026-12-31', backOn: '2026-01-09', sameCategory: true },
    });
  await at()
    .getRepository(Note)
    .insert({ id: noteId, body: 'x', digest: Buffer.alloc(32) });
  await at()
    .getRepository(Handover)
    .insert({
      ...{ id: randomUUID(), caseId, kind: 'supplier', partyId: supplierId, noteId, status: 'taken' },
      ...{ offeredBy: randomUUID(), offeredAt: day(5), claimId },
    });
  const jobs = async () => (await jobsOf(at(), supplierId)).map(({ underWarranty }) => underWarranty);
  return { caseId, jobs };
}

test('what a supplier took as its duty is under warranty, also while its repair is not confirmed', async () => {
  const { caseId, jobs } = await owed();
  expect(await jobs()).toEqual(['2026-12-31']);
  await repaired(caseId, 6, {}, false);
  expect(await jobs()).toEqual(['2026-12-31']);
});

test('work on top of somebody else’s later repair is paid, whatever was owed before', async () => {
  const { caseId, jobs } = await owed();
  const { crewId } = await createCrewAndSupplier(at(), town);
  await repaired(caseId, 6, { crewId, cycle: 2 });
  await at().getRepository(Case).update({ id: caseId }, { cycle: 3 });
  expect(await jobs()).toEqual([null]);
});
