import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Owner, run } from './command';
import { ClusterError } from './error';

export interface Place {
  /** Folder that holds `pgdata`, the password and the server's log. */
  dir: string;
  /** Set when PostgreSQL must run as another user, because it refuses to run as root. */
  owner: Owner | undefined;
  /** Set when the wanted folder could not be used. */
  note: string | undefined;
}

/** Makes the cluster's folder, in another place when PostgreSQL's user may not enter the wanted one. */
export async function preparePlace(wanted: string): Promise<Place> {
  const owner = await serverUser();
  const absolute = path.resolve(wanted);
  const dir = await usableFolder(absolute, owner);
  // Only the folder itself is closed: PostgreSQL's user has to pass through what lies above.
  mkdirSync(path.dirname(dir), { recursive: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (owner) chownSync(dir, owner.uid, owner.gid);
  const note =
    dir === absolute
      ? undefined
      : `PostgreSQL's user may not enter ${path.dirname(absolute)}: the database lives in ${dir}.`;
  return { dir, owner, note };
}

async function serverUser(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const uid = await run('id', ['-u', 'postgres']);
  const gid = await run('id', ['-g', 'postgres']);
  if (uid.code !== 0 || gid.code !== 0) {
    throw new ClusterError(
      'PostgreSQL refuses to run as root and this system has no user "postgres": start as an ordinary user.',
    );
  }
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

async function usableFolder(wanted: string, owner: Owner | undefined): Promise<string> {
  if (!owner) return wanted;
  const id = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const fallback = path.join('/var/lib/benecomune', id);
  // Where a database already is, it stays, even if the permissions changed in between.
  if (existsSync(path.join(fallback, 'pgdata'))) return fallback;
  const open = await run('test', ['-x', existingParent(wanted)], owner);
  return open.code === 0 ? wanted : fallback;
}

function existingParent(folder: string): string {
  const parent = path.dirname(folder);
  return parent === folder || existsSync(parent) ? parent : existingParent(parent);
}
