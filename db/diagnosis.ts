import type { DataSource } from 'typeorm';
import { type Diagnosis, diagnose } from '../domain/diagnosis/diagnose';
import { eventsOf } from './case-events';

/** Where events become a diagnosis: here, or in a thread of its own. */
export type Diagnose = (...task: Parameters<typeof diagnose>) => Diagnosis | Promise<Diagnosis>;

/**
 * Why a department is late in a period, whose end is not part of it. Of one that still runs what is to come is not
 * known: it ends at `now`.
 */
export async function diagnoseDepartment(
  db: Pick<DataSource, 'query'>,
  departmentId: string,
  { from, to }: { from: Date; to: Date },
  now: Date,
  how: Diagnose = diagnose,
): Promise<Diagnosis> {
  const known = { from, to: new Date(Math.min(to.getTime(), Math.max(from.getTime(), now.getTime()))) };
  const events = await eventsOf(db, departmentId, known);
  return how(events, { from: known.from.getTime(), to: known.to.getTime() });
}
