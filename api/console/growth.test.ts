import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../../activities/emergency/testing';
import { CaseClock, CitizenAct, Membership, Repair } from '../../db/entities';
import { writeNote } from '../../db/notes';
import {
  type Console,
  createCase,
  createCrewAndSupplier,
  createTown,
  startConsole,
  type Town,
} from './testing';

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
let [crewId, otherCrew] = ['', ''];
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  [{ crewId }, { crewId: otherCrew }] = [
    await createCrewAndSupplier(at.db, town),
    await createCrewAndSupplier(at.db, town),
  ];
  for (let n = 0; n < 4; n++) await repaired({ crewId, status: 'met', stars: 4 });
  await repaired({ crewId, status: 'met', stars: 5, words: 'Grazie ragazzi, perfetto!' });
  await repaired({ crewId, status: 'missed', stars: 2, words: 'Ci avete messo troppo.' });
  await repaired({ crewId: otherCrew, status: 'met', stars: 4, words: 'Bravi.' });
  await repaired({ crewId: otherCrew, status: 'met', stars: 5, words: '' });
  await repaired({ crewId, monthsAgo: 3 });
  await repaired({ crewId, outcome: 'not-real' });
  await repaired({ crewId: null, of: elsewhere, status: 'met', stars: 5, words: 'Altrove.' });
});
afterAll(() => at.stop());

interface Work {
  crewId: string | null;
  status?: 'met' | 'missed';
  stars?: number;
  words?: string;
  monthsAgo?: number;
  outcome?: 'not-real';
  of?: Town;
}

/** The middle of a month, so that no change of clocks or length moves it to another. */
const inMonth = (monthsAgo: number) => {
  const now = new Date();
  const middle = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 15, 12));
  return monthsAgo === 0 ? new Date(Date.now() - 1000) : middle;
};

async function repaired({ crewId: by, status, stars, words, monthsAgo = 0, outcome, of = town }: Work) {
  const { id: caseId } = await createCase(at.db, of, { outcome: outcome ?? null });
  await at.db.getRepository(Repair).insert({
    ...{ id: randomUUID(), caseId, cycle: 1, crewId: by, procedure: 'Toppa', hours: '1', cost: '40' },
    ...{ recordedBy: randomUUID(), recordedAt: inMonth(monthsAgo) },
  });
  const clock = { kind: 'repair', cycle: 1, turn: 1, startedAt: new Date(), source: 'policy' } as const;
  if (status) await at.db.getRepository(CaseClock).insert({ caseId, ...clock, status });
  if (stars === undefined) return;
  const { reportId } = await at.db.getRepository(Membership).findOneByOrFail({ caseId });
  await at.db.transaction(async (tx) => {
    const noteId = await writeNote(tx, { body: words ?? '' });
    await tx.insert(CitizenAct, { id: randomUUID(), reportId, kind: 'rating', stars, cycle: 1, noteId });
  });
}

const monthOf = (monthsAgo: number) => inMonth(monthsAgo).toISOString().slice(0, 8).concat('01');

test('a team sees its year, month by month, and what citizens thank it for', async () => {
  const technician = await at.person('technician', town.departmentId);
  const { body } = await technician.get(`/growth?departmentId=${town.departmentId}`);
  expect(body.months).toHaveLength(13);
  expect(body.months.at(-1)).toEqual({
    ...{ month: monthOf(0), repaired: 8, measured: 8, inTime: 7, rated: 8, stars: 4 },
  });
  expect(body.months.at(-4)).toEqual({
    ...{ month: monthOf(3), repaired: 1, measured: 0, inTime: 0, rated: 0, stars: null },
  });
  expect(body.months[0]).toMatchObject({ repaired: 0 });
  expect(body.thanks.map(({ words }: { words: string }) => words).sort()).toEqual([
    'Bravi.',
    'Grazie ragazzi, perfetto!',
  ]);
  expect(body.reviews).toEqual({ closed: 0, improved: 0, training: 0 });
});

test('a crew sees what is its own', async () => {
  const technician = await at.person('technician', town.departmentId);
  const { body } = await technician.get(`/growth?departmentId=${town.departmentId}&crewId=${crewId}`);
  expect(body.months.at(-1)).toMatchObject({ repaired: 6, measured: 6, inTime: 5, rated: 6 });
  expect(body.thanks).toMatchObject([{ words: 'Grazie ragazzi, perfetto!', stars: 5, crewId }]);
});

test('of too few nothing is said but how many there were: it might be one worker', async () => {
  const oversight = await at.person('oversight');
  const { body } = await oversight.get(`/growth?departmentId=${town.departmentId}&crewId=${otherCrew}`);
  expect(body.months.at(-1)).toEqual({
    ...{ month: monthOf(0), repaired: 2, measured: 0, inTime: 0, rated: 0, stars: null },
  });
});

test('nobody looks at another team', async () => {
  const technician = await at.person('technician', town.departmentId);
  for (const query of [
    `departmentId=${elsewhere.departmentId}`,
    `departmentId=${town.departmentId}&crewId=${randomUUID()}`,
    `departmentId=${randomUUID()}`,
  ])
    expect((await technician.get(`/growth?${query}`)).status).toBe(404);
  const oversight = await at.person('oversight');
  expect((await oversight.get(`/growth?departmentId=${randomUUID()}`)).status).toBe(404);
  const crew = `departmentId=${elsewhere.departmentId}&crewId=${crewId}`;
  expect((await oversight.get(`/growth?${crew}`)).status).toBe(404);
});
