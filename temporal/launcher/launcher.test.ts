import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { loadLauncherConfig } from '../config';
import { freePort } from '../ports';
import { main } from '.';
import { checkDatabase } from './database';
import { keptSecret } from './secrets';
import { openTemporal } from './servers';
import { table } from './talk';

let folder: string;
const before = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'benecomune-launcher-'));
});
afterEach(() => {
  process.env = { ...before };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  rmSync(folder, { recursive: true });
});

/** What `npm start` prints and answers with these settings. */
async function startWith(
  settings: Record<string, string>,
  municipality?: string,
): Promise<{ code: number; printed: string }> {
  Object.assign(process.env, { DATA_DIR: folder, ...settings });
  let printed = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    return { code: await main({ yes: true, municipality }), printed };
  } finally {
    write.mockRestore();
  }
}

describe('what stands in the way is one sentence and exit code 1', () => {
  test('a setting that is wrong', async () => {
    const { code, printed } = await startWith({ SLA_SPEED: 'fast' });
    expect(code).toBe(1);
    expect(printed.trim()).toBe('SLA_SPEED must be a number of at least 1.');
  });

  test('a municipality that is described wrongly', async () => {
    const file = path.join(folder, 'municipality.json');
    writeFileSync(file, '{"name": "Asti"}');
    const { code, printed } = await startWith({}, file);
    expect(code).toBe(1);
    expect(printed.trim()).toMatch(/^The municipality's file \S+ is wrong at istatCode: .*\.$/);
  });

  test('a port that is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    const { code, printed } = await startWith({ PORT: String(port) });
    expect(code).toBe(1);
    expect(printed).toContain(`Port ${port} is taken by another program`);
    expect(printed).not.toMatch(/^\s+at /m);
    other.close();
  });

  test('a database server that is not there', async () => {
    const [port, web] = [await freePort(), await freePort()];
    const { code, printed } = await startWith({
      PORT: String(web),
      DATABASE_URL: `postgres://someone:geheim@127.0.0.1:${port}/benecomune`,
    });
    expect(code).toBe(1);
    expect(printed).toContain(`The database server of DATABASE_URL does not answer at 127.0.0.1:${port}.`);
    expect(printed).not.toMatch(/geheim|^\s+at /m);
  });

  test('a Temporal server that is not there', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const config = loadLauncherConfig({ TEMPORAL_ADDRESS: address, DATA_DIR: folder });
    await expect(openTemporal(config, { started: () => {}, news: () => {} })).rejects.toThrow(
      `No Temporal server answers at ${address} (TEMPORAL_ADDRESS).`,
    );
  });
});

describe('a database server of somebody’s own', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('is taken when it has what is needed', async () => {
    await expect(checkDatabase(database.url)).resolves.toBeUndefined();
  });

  test('is refused without PostGIS', async () => {
    const url = new URL(database.url);
    const admin = database.dataSource;
    await admin.query(`CREATE SCHEMA bare
      CREATE VIEW pg_available_extensions AS
        SELECT * FROM pg_catalog.pg_available_extensions WHERE name <> 'postgis'`);
    url.searchParams.set('options', '-c search_path=bare,pg_catalog');
    await expect(checkDatabase(url.href)).rejects.toThrow(
      'The database server of DATABASE_URL lacks PostGIS or pg_trgm: install both on it.',
    );
  });

  test.each([
    ['a wrong password', 'password', 'wrong', /refuses the user or password/],
    ['a missing database', 'pathname', '/nowhere', /"nowhere".*does not exist/],
    ['an unknown host', 'hostname', 'nowhere.invalid', /does not answer at nowhere/],
  ] as const)('%s is told', async (_case, part, value, sentence) => {
    const url = new URL(database.url);
    url[part] = value;
    await expect(checkDatabase(url.href)).rejects.toThrow(sentence);
  });
});

test('a secret is made once and is its owner’s alone', () => {
  const secret = keptSecret(folder, 'app');
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(folder, 'app')).toBe(secret);
  expect(keptSecret(folder, 'session')).not.toBe(secret);
  const file = path.join(folder, 'secrets', 'app');
  expect(readFileSync(file, 'utf8').trim()).toBe(secret);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('columns line up', () => {
  expect(
    table([
      ['a', 'first'],
      ['bcd', 'second'],
    ]),
  ).toBe('  a     first\n  bcd   second');
});
