import { Client } from 'pg';
import { seed } from '../../db/seed';
import { createDataSource } from '../../db/source';
import { StartError } from './errors';

const OLDEST_VERSION = 150_000;

/** Makes sure that the server of DATABASE_URL serves; throws StartError with one sentence, never the password. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; extensions: number }>(
      `SELECT current_setting('server_version_num')::int AS version,
              (SELECT count(*)::int FROM pg_available_extensions
                WHERE name IN ('postgis', 'pg_trgm')) AS extensions`,
    );
    if ((rows[0]?.version ?? 0) < OLDEST_VERSION) {
      throw new StartError('The database server of DATABASE_URL is older than PostgreSQL 15.');
    }
    if (rows[0]?.extensions !== 2) {
      throw new StartError(
        'The database server of DATABASE_URL lacks PostGIS or pg_trgm: install both on it.',
      );
    }
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(refusal(url, error));
  } finally {
    await client.end().catch(() => {});
  }
}

function refusal(url: string, error: unknown): string {
  const { hostname, port, pathname } = new URL(url);
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('28')) return 'The database server refuses the user or password of DATABASE_URL.';
  if (code === '3D000') {
    return `The database "${decodeURIComponent(pathname.slice(1))}" of DATABASE_URL does not exist: create it first.`;
  }
  return `The database server of DATABASE_URL does not answer at ${hostname}:${port || 5432}.`;
}

/**
 * Brings the schema up to date and fills an empty database with a municipality.
 * @param definitionFile another municipality than the demonstration one
 * @returns the first credentials, or null when the database was in use before
 */
export async function prepareDatabase(
  url: string,
  { publicUrl, definitionFile }: { publicUrl: string; definitionFile?: string },
): Promise<Awaited<ReturnType<typeof seed>>> {
  const dataSource = await createDataSource(url, 4).initialize();
  try {
    await dataSource.runMigrations();
    return await seed(dataSource, { publicUrl, definitionFile });
  } finally {
    await dataSource.destroy();
  }
}
