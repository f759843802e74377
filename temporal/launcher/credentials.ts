import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Credential } from '../../db/seed/people';

/** Where the first passwords are kept until somebody deletes the file. */
export const credentialsFile = (dataDir: string): string => path.join(dataDir, 'first-start-credentials.txt');

/** Writes role, e-mail and password of each person on a line of their own; only the owner may read it. */
export function keepCredentials(dataDir: string, credentials: readonly Credential[]): void {
  const lines = credentials.map(({ role, email, password }) => `${role}\t${email}\t${password}\n`);
  writeFileSync(credentialsFile(dataDir), lines.join(''), { mode: 0o600 });
}
