import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { similarity } from './trigrams';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function asPostgres(one: string, other: string): Promise<void> {
  const [row] = await database.dataSource.query('SELECT similarity($1, $2)::float8 AS likeness', [
    one,
    other,
  ]);
  // PostgreSQL answers a number of four bytes.
  expect(similarity(one, other)).toBeCloseTo(row.likeness, 6);
}

test.each([
  ['Schlagloch in der Straße', 'Großes Schlagloch, Strasse'],
  ['Straßenlaterne Nr. 13 defekt', 'STRASSENLATERNE NR 14 DEFEKT'],
  ['Über-füllt', 'über füllt'],
  ['', 'something'],
  ['a', 'A'],
  ['...', '???'],
])('%s / %s', asPostgres);

test('any two texts', async () => {
  const letters = fc.constantFrom(...'abcÄöüßèé 0189.,-\n');
  const text = fc.string({ unit: letters, maxLength: 30 });
  await fc.assert(fc.asyncProperty(text, text, asPostgres), { numRuns: 200 });
});
