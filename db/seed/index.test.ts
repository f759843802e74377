import { verify } from '@node-rs/argon2';
import { roles } from '../../domain/vocabulary';
import { Category, Department, Municipality, RoadOwner, RosterShift, User } from '../entities';
import { createTestDatabase, type TestDatabase } from '../testing';
import { seed } from './index';

let database: TestDatabase;
let seeded: Awaited<ReturnType<typeof seed>>;
beforeAll(async () => {
  database = await createTestDatabase();
  seeded = await seed(database.dataSource);
});
afterAll(() => database.drop());

describe('seed', () => {
  it('makes somebody in every role, with a password that opens', async () => {
    const credentials = seeded?.credentials ?? [];
    expect(new Set(credentials.map(({ role }) => role))).toEqual(new Set(roles));
    const admin = credentials.find(({ role }) => role === 'admin');
    const user = await database.dataSource.manager.findOneByOrFail(User, { email: admin?.email ?? '' });
    expect(await verify(user.passwordHash, admin?.password ?? '')).toBe(true);
    expect(await database.dataSource.manager.countBy(User, { mustChangePassword: false })).toBe(0);
    expect(new Set(credentials.map(({ password }) => password)).size).toBe(credentials.length);
  });

  it('gives every department categories and somebody on call now', async () => {
    const { manager } = database.dataSource;
    for (const { id } of await manager.find(Department)) {
      expect(await manager.countBy(Category, { departmentId: id })).toBeGreaterThan(0);
      const [{ count }] = await database.dataSource.query(
        'SELECT count(*)::int FROM roster_shift WHERE department_id = $1 AND now() >= starts_at AND now() < ends_at',
        [id],
      );
      expect(count).toBe(1);
    }
    expect(await manager.count(RosterShift)).toBeGreaterThan(300);
    // All year round at eight on Mondays, whatever the clocks do.
    const handovers = await database.dataSource.query(
      `SELECT DISTINCT to_char(starts_at AT TIME ZONE 'Europe/Rome', 'ID HH24:MI') AS at FROM roster_shift`,
    );
    expect(handovers).toEqual([{ at: '1 08:00' }]);
  });

  it('draws a boundary that holds the house numbers, and roads of others inside it', async () => {
    const { dataSource } = database;
    const [{ outside }] = await dataSource.query(
      `SELECT count(*)::int AS outside FROM house_number, municipality WHERE NOT ST_Covers(boundary, house_number.location)`,
    );
    const [{ total }] = await dataSource.query('SELECT count(*)::int AS total FROM house_number');
    expect(total).toBeGreaterThan(9000);
    expect(outside).toBe(0);
    const [{ area }] = await dataSource.query('SELECT min(ST_Area(area::geography)) AS area FROM road_owner');
    expect(Number(area)).toBeGreaterThan(10_000);
    expect(await dataSource.manager.count(RoadOwner)).toBe(3);
  });

  it('brings an example of exposed places, each of them at a house number of the town', async () => {
    const far: { name: string }[] = await database.dataSource.query(
      `SELECT name FROM exposure_place e WHERE NOT EXISTS (SELECT FROM house_number h
         WHERE ST_DWithin(h.location::geography, e.area::geography, 20))`,
    );
    const kinds = await database.dataSource.query('SELECT DISTINCT kind FROM exposure_place ORDER BY kind');
    expect([far, kinds.map(({ kind }: { kind: string }) => kind)]).toEqual([
      [],
      ['busy-place', 'hospital', 'main-road', 'school'],
    ]);
  });

  it('does nothing the second time', async () => {
    expect(await seed(database.dataSource)).toBeNull();
    expect(await database.dataSource.manager.count(Municipality)).toBe(1);
  });
});
