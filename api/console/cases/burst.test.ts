import { randomUUID } from 'node:crypto';
import { weighFree } from '../../../activities/priority';
import { caseWith } from '../../../activities/testing';
import { Case, LogEntry } from '../../../db/entities';
import { type Console, createTown, startConsole, type Town, type Visitor } from '../testing';

let at: Console;
let town: Town;
let operator: Visitor;
beforeAll(async () => {
  at = await startConsole();
  town = await createTown(at.db);
  operator = await at.person('operator');
});
afterAll(() => at.stop());

const rowOf = (id: string) => at.db.getRepository(Case).findOneByOrFail({ id });

/** A case that so many new people report at the same time. */
async function reportedBy(people: number): Promise<string> {
  const { caseId } = await caseWith(at.db, town, people);
  await weighFree(at.db, [caseId], { slaSpeed: 1 });
  return caseId;
}

test('whoever is at the desk says that the new people are real: they count, and it stands in the log', async () => {
  const caseId = await reportedBy(31);
  const before = await rowOf(caseId);
  expect([before.burstAt, before.priorityParts?.reasons.people.held]).toEqual([expect.any(Date), 26]);
  const page = await operator.get(`/cases/${caseId}`);
  expect(page.body).toMatchObject({
    ...{ band: before.band, burstAt: before.burstAt?.toISOString(), priorityParts: before.priorityParts },
  });

  const said = { note: 'Il sottopasso è allagato: ho chiamato la polizia locale.' };
  expect((await operator.post(`/cases/${caseId}/burst`, said)).status).toBe(200);
  const after = await rowOf(caseId);
  expect([after.burstAt, after.priorityParts?.reasons.people.counted]).toEqual([null, 31]);
  expect(after.priority).toBeGreaterThan(before.priority);
  const [entry] = await at.db
    .getRepository(LogEntry)
    .findBy({ chain: `case:${caseId}`, name: 'burst-confirmed' });
  expect(entry).toMatchObject({
    ...{ actorKind: 'user', actorId: operator.id, public: false, data: { people: 26 } },
    noteId: expect.any(String),
  });
  const again = await operator.post(`/cases/${caseId}/burst`, {});
  expect([again.status, again.body.code]).toEqual([409, 'conflict']);
});

test('nobody else says so, nor of another department, nor of what is over or not there', async () => {
  const caseId = await reportedBy(6);
  const status = async (who: Visitor, id = caseId) => (await who.post(`/cases/${id}/burst`, {})).status;
  expect(await status(await at.person('technician', town.departmentId))).toBe(403);
  const elsewhere = await createTown(at.db);
  expect(await status(await at.person('coordinator', elsewhere.departmentId))).toBe(404);
  expect(await status(operator, randomUUID())).toBe(404);
  await at.db.getRepository(Case).update(caseId, { status: 'rejected' });
  expect((await operator.post(`/cases/${caseId}/burst`, {})).body.code).toBe('case-closed');
  expect((await rowOf(caseId)).burstRealAt).toBeNull();
});
