import { Client, Connection } from '@temporalio/client';
import type { Config } from './config';

/**
 * A client that connects at its first call, so that a process starts, and reports are accepted, while
 * Temporal is away. Close it with `client.connection.close()`.
 */
export function connectTemporal(config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>): Client {
  const connection = Connection.lazy({ address: config.temporalAddress, connectTimeout: '5s' });
  return new Client({ connection, namespace: config.temporalNamespace });
}
