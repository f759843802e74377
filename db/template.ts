import { Client } from 'pg';
import { createDataSource } from './source';

/** Makes a database with all migrations at `url`, replacing the one that was there. */
export async function createTemplate(url: string): Promise<void> {
  await dropDatabase(url);
  await administer(url, (name) => `CREATE DATABASE ${name}`);
  const dataSource = createDataSource(url, 1);
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** Makes the database at `url` a copy of the template beside it; nobody may be connected to the template. */
export async function cloneTemplate(url: string, template: string): Promise<void> {
  await administer(url, (name) => `CREATE DATABASE ${name} TEMPLATE ${identifier(template)}`);
}

/** Removes the database at `url`, ending the connections to it. */
export async function dropDatabase(url: string): Promise<void> {
  await administer(url, (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** `url` with another database of the same server. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function administer(url: string, sql: (name: string) => string): Promise<void> {
  const name = identifier(new URL(url).pathname.slice(1));
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(sql(name));
  } finally {
    await client.end();
  }
}

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
