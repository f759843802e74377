import type { DataSource } from 'typeorm';
import { createMunicipality } from '../activities/emergency/testing';
import { createReport, createTown } from '../activities/testing';
import { Report } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { ownRegister, registerReports } from './register';

let database: TestDatabase;
let db: DataSource;
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  await createMunicipality(db);
});
afterEach(() => database.drop());

const numbers = async () =>
  (await db.getRepository(Report).find({ order: { receivedAt: 'ASC' } })).map(
    ({ registerNumber }) => registerNumber,
  );
const year = new Date().getFullYear();

test('reports are numbered in the order in which they came, once, by fifty at the same time', async () => {
  const town = await createTown(db);
  for (let n = 0; n < 30; n++) {
    const { id } = await createReport(db, town);
    await db.query('UPDATE report SET received_at = $2 WHERE id = $1', [id, new Date(2026, 0, 1, 0, n)]);
  }
  const done = await Promise.all(Array.from({ length: 50 }, () => registerReports(db)));
  expect(done.reduce((sum, one) => sum + one)).toBe(30);
  expect(await numbers()).toEqual(
    Array.from({ length: 30 }, (_, index) => `${String(index + 1).padStart(7, '0')}/${year}`),
  );
  expect(await registerReports(db)).toBe(0);
});

test('a register that fails leaves no gap and no half; the next time goes on', async () => {
  const town = await createTown(db);
  await createReport(db, town);
  const broken = {
    register: async (...given: Parameters<typeof ownRegister.register>) => {
      await ownRegister.register(...given);
      throw new Error('unreachable');
    },
  };
  await expect(registerReports(db, broken)).rejects.toThrow('unreachable');
  expect(await numbers()).toEqual([null]);
  await registerReports(db);
  expect(await numbers()).toEqual([`0000001/${year}`]);
});

test('numbers begin anew each year', async () => {
  await createReport(db, await createTown(db));
  await db.query('INSERT INTO register_year (year, last) VALUES ($1, 41), ($2, 7)', [year - 1, year]);
  await registerReports(db);
  expect(await numbers()).toEqual([`0000008/${year}`]);
});
