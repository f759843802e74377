import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { checkChains } from '../db/audit/chains';
import { Case, LogEntry, Round, RoundStop } from '../db/entities';
import { writeNote } from '../db/notes';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Command } from '../domain/case/commands';
import type { ErrorCode } from '../domain/errors';
import type { RoundCommand } from '../domain/round/commands';
import { decide } from '../domain/round/decide';
import type { Decision } from '../domain/round/next';
import { open } from '../domain/round/open';
import { decideTime } from '../domain/round/time';
import type { Outcome } from './dependencies';
import { createRoundActivities } from './round';
import { createCrew, createRound } from './round/testing';
import { caseWith, createTown, type Town } from './testing';

let database: TestDatabase;
let db: DataSource;
let town: Town;
let crewId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  town = await createTown(db);
  crewId = await createCrew(db, town);
});
afterAll(() => database.drop());

const coordinator = randomUUID();
const actor = { kind: 'user', id: randomUUID() } as const;

/** The ports, before cases that answer as told. */
function ports(answer: Outcome<unknown> = { outcome: 'done', result: {} }) {
  const given: { caseId: string; command: Command }[] = [];
  const commandCase = async (caseId: string, command: Command) => {
    given.push({ caseId, command });
    return answer;
  };
  const activities = createRoundActivities({ db, temporal: undefined as never, slaSpeed: 1, commandCase });
  return { ...activities, given };
}

async function aRound(count = 2) {
  const cases = [];
  for (let n = 0; n < count; n++) cases.push((await caseWith(db, town, 1)).caseId);
  const stops = cases.map((caseId) => ({ caseId }));
  const roundId = await createRound(db, town, { crewId, dispatchedBy: coordinator, stops });
  const { opening } = await ports().loadRound(roundId);
  return { roundId, cases, first: open(opening, Date.now()) };
}

const record = ({ state, errands, facts }: Decision) => ports().recordRound({ state, errands, facts });
const rowOf = (id: string) => db.getRepository(Round).findOneByOrFail({ id });
const stopsOf = (roundId: string) =>
  db.getRepository(RoundStop).find({ where: { roundId }, order: { position: 'ASC' } });
const logOf = (roundId: string) =>
  db.getRepository(LogEntry).find({ where: { chain: `round:${roundId}` }, order: { seq: 'ASC' } });
const says = (name: RoundCommand['name'], given: object): RoundCommand =>
  ({ name, commandId: randomUUID(), actor, ...given }) as RoundCommand;

describe('loadRound', () => {
  it('opens a round as it was handed over', async () => {
    const { roundId, cases } = await aRound();
    const row = await rowOf(roundId);
    expect(await ports().loadRound(roundId)).toEqual({
      opening: {
        ...{ roundId, crewId, dispatchedBy: coordinator, shiftTo: row.shiftTo.getTime() },
        stops: cases.map((caseId) => ({ caseId, task: 'repair' })),
      },
      snapshot: null,
      done: [],
    });
  });

  it('goes on where the last run left it, and knows what was said', async () => {
    const { roundId, cases, first } = await aRound();
    await record(first);
    const arrive = says('arrive', { caseId: cases[0] });
    const second = decide(first.state, arrive, Date.now());
    await record(second);
    expect(await ports().loadRound(roundId)).toMatchObject({
      snapshot: JSON.parse(JSON.stringify({ state: second.state, errands: second.errands })),
      done: [{ id: arrive.commandId, version: 2, refused: null }],
    });
  });

  it('does not know a draft', async () => {
    const draft = await createRound(db, town, { crewId, stops: [] });
    await expect(ports().loadRound(draft)).rejects.toMatchObject({ type: 'not-found', nonRetryable: true });
  });
});

describe('recordRound', () => {
  it('writes the round, its stops in their order, and a chain that verifies', async () => {
    const { roundId, cases, first } = await aRound();
    await record(first);
    const [one, other] = cases as [string, string];
    const at = Date.now();
    const noteId = await writeNote(db.manager, { body: 'A van stands on it' });
    const arrived = decide(first.state, says('arrive', { caseId: other }), at);
    await record(arrived);
    const reason = { caseId: other, reason: 'vehicle-parked', noteId };
    await record(decide(arrived.state, says('not-possible', reason), at + 1000));
    expect(await rowOf(roundId)).toMatchObject({ status: 'dispatched', version: 3, overAt: null });
    expect(await stopsOf(roundId)).toMatchObject([
      {
        ...{ caseId: other, position: 0, status: 'not-possible', reason: 'vehicle-parked', noteId },
        ...{ arrivedAt: new Date(at), leftAt: new Date(at + 1000) },
      },
      { caseId: one, position: 1, status: 'planned', arrivedAt: null },
    ]);
    const log = await logOf(roundId);
    expect(log.map(({ name }) => name)).toEqual(['dispatched', 'arrived', 'not-possible']);
    expect(log[2]).toMatchObject({ public: false, noteId, actorId: actor.id, data: { caseId: other } });
    const chains = [];
    for await (const check of checkChains(db.manager, [`round:${roundId}`])) chains.push(check);
    expect(chains).toMatchObject([{ intact: true, entries: 3 }]);
  });

  it('is harmless when repeated, and an older version overwrites nothing', async () => {
    const { roundId, cases, first } = await aRound();
    const second = decide(first.state, says('arrive', { caseId: cases[0] }), Date.now());
    await record(second);
    await record(first);
    await record(second);
    expect(await rowOf(roundId)).toMatchObject({ version: 2 });
    expect((await stopsOf(roundId))[0]).toMatchObject({ caseId: cases[0], status: 'arrived' });
    expect((await logOf(roundId)).map(({ factId }) => factId).sort()).toEqual(['1.0', '2.0']);
  });

  it('lets the cases go at the end of the round, also one that was reserved in vain', async () => {
    const { roundId, cases, first } = await aRound();
    const { caseId: reserved } = await caseWith(db, town, 1);
    await db.getRepository(RoundStop).insert({ roundId, caseId: reserved, position: 9, task: 'repair' });
    await record(first);
    expect(await stopsOf(roundId)).toHaveLength(3);
    const end = decideTime(first.state, first.state.shiftTo)!;
    await record(end);
    expect(await rowOf(roundId)).toMatchObject({ status: 'over', overAt: new Date(first.state.shiftTo) });
    expect((await stopsOf(roundId)).map(({ status }) => status)).toEqual(['returned', 'returned']);
    // Tomorrow's round may have them.
    await createRound(db, town, { crewId, stops: [...cases, reserved].map((caseId) => ({ caseId })) });
  });
});

test('a case is in one round at a time', async () => {
  const { cases } = await aRound();
  const again = createRound(db, town, { crewId, stops: [{ caseId: cases[0]! }] });
  await expect(again).rejects.toThrow('round_stop_held');
});

describe('commandCase', () => {
  const command = (name: Command['name']): Command =>
    ({ name, commandId: 'c', actor, ofCrew: crewId, assignee: { kind: 'crew', id: crewId } }) as Command;
  async function aCase(fields: Partial<Case>) {
    const { caseId } = await caseWith(db, town, 1);
    await db.getRepository(Case).update({ id: caseId }, fields as object);
    return caseId;
  }

  it('gives the command', async () => {
    const at = ports();
    const caseId = await aCase({ status: 'assigned', crewId });
    expect(await at.commandCase({ crewId, caseId, command: command('start') })).toEqual({
      ...{ refused: null, ours: true },
    });
    expect(at.given).toEqual([{ caseId, command: command('start') }]);
  });

  it('does not give a crew again what it has', async () => {
    const at = ports();
    const caseId = await aCase({ status: 'working', crewId });
    expect(await at.commandCase({ crewId, caseId, command: command('assign') })).toMatchObject({
      ours: true,
    });
    expect(at.given).toEqual([]);
  });

  it.each<[ErrorCode, Partial<Case>, boolean]>([
    ['illegal-transition', { status: 'working' }, true],
    ['conflict', { status: 'assigned', crewId: null }, false],
    ['case-closed', { status: 'closed' }, false],
  ])('answers that it was refused by %s of %j', async (code, fields, ours) => {
    const caseId = await aCase({ crewId, ...fields });
    const at = ports({ outcome: 'refused', code });
    expect(await at.commandCase({ crewId, caseId, command: command('start') })).toEqual({
      refused: code,
      ours,
    });
  });

  it.each<Outcome<unknown>>([{ outcome: 'not-confirmed-yet' }, { outcome: 'refused', code: 'unexpected' }])(
    'tries again after %j',
    async (answer) => {
      const caseId = await aCase({ status: 'assigned', crewId });
      const asked = ports(answer).commandCase({ crewId, caseId, command: command('start') });
      await expect(asked).rejects.toMatchObject({ nonRetryable: false });
    },
  );

  it('finds nothing of a case that is gone', async () => {
    const gone = { crewId, caseId: randomUUID(), command: command('start') };
    expect(await ports().commandCase(gone)).toEqual({ refused: 'not-found', ours: false });
  });
});
