import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { ensureNamespace, reachable } from '../namespace';
import { credentialsFile, keepCredentials } from './credentials';
import { checkDatabase, prepareDatabase } from './database';
import { plainSentence, StartError } from './errors';
import { say } from './talk';

/**
 * node dist/temporal/launcher/prepare.js [--municipality FILE]: what a deployment runs once before its
 * programs: schema, first data and namespace. It changes nothing that is already as it should be.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { municipality: { type: 'string' } } });
  const config = loadConfig();
  const { databaseUrl, dataDir, publicUrl, temporalAddress, temporalNamespace } = config;
  mkdirSync(dataDir, { recursive: true });
  await checkDatabase(databaseUrl);
  if (!(await reachable(temporalAddress))) {
    throw new StartError(`No Temporal server answers at ${temporalAddress} (TEMPORAL_ADDRESS).`);
  }
  await ensureNamespace(temporalAddress, temporalNamespace);
  const first = await prepareDatabase(databaseUrl, { publicUrl, definitionFile: values.municipality });
  if (first) {
    keepCredentials(dataDir, first.credentials);
    say(`The first passwords are in ${credentialsFile(dataDir)}.`);
  }
  say('Database and namespace are ready.');
}

main().catch((error: unknown) => {
  say(plainSentence(error) ?? `Could not prepare: ${(error as Error).message.split('\n')[0]}`);
  process.exitCode = 1;
});
