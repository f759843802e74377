import { Report } from '../../db/entities';
import { terminalStatuses } from '../../domain/case/state';
import type { Deps } from '../http/deps';
import { expectedBy } from '../intake/due';
import type { Tracked } from './read';

/** By when it is to be dealt with: the case's deadline, and until the case has one, what the policy promises. */
export async function dueOf(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  { reportId, dueAt, status, owner }: Tracked,
): Promise<Date | null> {
  // What is over has no deadline, and what is somebody else's is not ours to promise.
  if (terminalStatuses.includes(status) || owner) return null;
  if (dueAt) return dueAt;
  const report = await db.getRepository(Report).findOneByOrFail({ id: reportId });
  return expectedBy(db, report, config.slaSpeed);
}
