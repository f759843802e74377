import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Case, Category, Crew, Round } from '../../db/entities';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import type { RoundState, Stop } from '../../domain/round/state';
import { cityStreets, metresBetween } from '../../domain/rounds/travel';
import type { Place } from '../../domain/rounds/types';
import { caseWith, createTown, type Town } from '../testing';
import { createCrew, createRound } from './testing';
import { expectedTimes } from './timing';

let database: TestDatabase;
let db: DataSource;
let town: Town;
let crewId: string;
const places: Record<string, Place> = {
  depot: [8.6, 44.9],
  a: [8.61, 44.9],
  b: [8.63, 44.91],
  c: [8.6, 44.92],
};
const ids: Record<string, string> = {};
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  town = await createTown(db);
  crewId = await createCrew(db, town);
  await db.getRepository(Category).update({ id: town.categoryId }, { serviceMinutes: 40 });
  for (const name of ['a', 'b', 'c']) {
    ids[name] = (await caseWith(db, town, 1)).caseId;
    const location = { type: 'Point' as const, coordinates: places[name] as [number, number] };
    await db.getRepository(Case).update({ id: ids[name] }, { location });
  }
});
afterAll(() => database.drop());

const minute = 60_000;
/** A quarter past the hour of some day. */
const start = Date.parse('2026-11-25T07:15:00Z');
const service = 40 * minute;
/** The streets between two places, in milliseconds. */
const way = (from: string, to: string) => {
  const metres = metresBetween(places[from]!, places[to]!) * cityStreets.streetFactor;
  return Math.round(metres / cityStreets.metresPerSecond) * 1000;
};

const stop = (name: string, over: Partial<Stop> = {}): Stop => ({
  ...{
    caseId: ids[name]!,
    task: 'repair',
    status: 'planned',
    inserted: false,
    arrivedAt: null,
    leftAt: null,
  },
  ...{ reason: null, refused: null, noteId: null, photoId: null },
  ...over,
});

/** When the crew is expected at each, in minutes after the start of the shift. */
async function times(stops: Stop[], now: number, breaks: Round['breaks'] = []) {
  const roundId = await createRound(db, town, {
    ...{ id: randomUUID(), crewId, stops: [], breaks },
    ...{ shiftFrom: new Date(start), shiftTo: new Date(start + 400 * minute) },
    depot: { type: 'Point', coordinates: places.depot as [number, number] },
  });
  const row = await db.getRepository(Round).findOneByOrFail({ id: roundId });
  const state: RoundState = {
    roundId,
    version: 1,
    status: 'dispatched',
    crewId,
    shiftTo: +row.shiftTo,
    stops,
  };
  const expected = await expectedTimes(db.manager, row, state, now);
  return stops
    .filter(({ status }) => status === 'planned')
    .map(({ caseId }) => {
      const { arriveAt, leaveAt } = expected.get(caseId)!;
      return [+arriveAt, +leaveAt];
    });
}

test('before the shift the crew is expected from its beginning, stop after stop', async () => {
  const first = start + way('depot', 'a');
  const second = first + service + way('a', 'b');
  expect(await times([stop('a'), stop('b')], start - 60 * minute)).toEqual([
    [first, first + service],
    [second, second + service],
  ]);
});

test('a crew that is late sets out now', async () => {
  const now = start + 90 * minute;
  expect(await times([stop('c')], now)).toEqual([
    [now + way('depot', 'c'), now + way('depot', 'c') + service],
  ]);
});

test('where it is it works as long as such work takes', async () => {
  const arrivedAt = start + 30 * minute;
  const next = arrivedAt + service + way('a', 'b');
  const stops = [stop('a', { status: 'arrived', arrivedAt }), stop('b')];
  expect(await times(stops, arrivedAt)).toEqual([[next, next + service]]);
});

test('from the last place that it left it goes on, whatever was said of others from afar', async () => {
  const leftAt = start + 55 * minute;
  const stops = [
    stop('a', { status: 'done', arrivedAt: start + 10 * minute, leftAt }),
    stop('b', { status: 'not-possible', leftAt: leftAt + minute }),
    stop('c'),
  ];
  expect(await times(stops, leftAt + minute)).toEqual([
    [leftAt + way('a', 'c'), leftAt + way('a', 'c') + service],
  ]);
});

test('a break puts off what comes after it, and is over once its time has passed', async () => {
  const at = (minutes: number) => new Date(start + minutes * minute).toISOString();
  const breaks = [{ earliest: at(30), latest: at(60), minutes: 20 }];
  const stops = [stop('a'), stop('b')];
  const [without, later] = [await times(stops, start), await times(stops, start + 61 * minute, breaks)];
  const rested = await times(stops, start, breaks);
  // It is taken on arrival.
  expect(rested[1]).toEqual([without[1]![0], without[1]![1]! + 20 * minute]);
  expect(later[1]![1]).toBe(without[1]![1]! + 61 * minute);
});

test('a crew without the skill is expected all the same: it was sent', async () => {
  await db.getRepository(Category).update({ id: town.categoryId }, { skill: 'asphalt' });
  expect(await db.getRepository(Crew).findOneByOrFail({ id: crewId })).toMatchObject({ skills: [] });
  expect(await times([stop('a')], start)).toHaveLength(1);
});
