import 'reflect-metadata';
import path from 'node:path';
import { DataSource } from 'typeorm';
import * as entities from './entities';
import { SnakeCase } from './naming';

const entityClasses = Object.values(entities).filter((value) => typeof value === 'function');

/**
 * The one way to the database.
 * @param url postgres:// connection string
 * @param poolSize connections that this process may hold at most
 */
export function createDataSource(url: string, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    synchronize: false,
    entities: entityClasses,
    migrations: [path.join(__dirname, 'migrations', '*.{js,ts}')],
    namingStrategy: new SnakeCase(),
    installExtensions: false,
    applicationName: 'benecomune',
  });
}
