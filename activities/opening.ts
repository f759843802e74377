import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Case, type Report } from '../db/entities';
import { isOver } from '../domain/case/state';
import { openingPriority } from '../domain/priority/weigh';
import type { Emergency } from '../domain/vocabulary';

/** The case, locked, or the one that its members moved to; null when it is over, or not there. */
export async function findOpenCase(tx: EntityManager, wanted: string): Promise<Case | null> {
  const seen = new Set<string>();
  for (let caseId: string | null = wanted; caseId && !seen.has(caseId); ) {
    seen.add(caseId);
    const row: Case | null = await tx.findOne(Case, {
      where: { id: caseId },
      lock: { mode: 'pessimistic_write' },
    });
    if (row && !row.mergedInto) return isOver(row) ? null : row;
    caseId = row?.mergedInto ?? null;
  }
  return null;
}

/** The case, or the one that its members moved to; null when it is not there. */
export async function lastOf(tx: EntityManager, wanted: string): Promise<Case | null> {
  const [last]: { id: string }[] = await tx.query(
    `WITH RECURSIVE way AS (
       SELECT id, merged_into FROM cases WHERE id = $1
       UNION SELECT c.id, c.merged_into FROM cases c JOIN way w ON c.id = w.merged_into
     ) SELECT id FROM way WHERE merged_into IS NULL`,
    [wanted],
  );
  return last ? tx.findOneBy(Case, { id: last.id }) : null;
}

/** A case about no place is where the first that joins it is: an emergency among those has to be found. */
export async function takePlace(
  tx: EntityManager,
  { id, location }: Case,
  from: Pick<Report, 'location' | 'address'>,
): Promise<void> {
  if (location || !from.location) return;
  await tx.update(Case, { id }, { location: from.location, address: from.address });
}

/**
 * A case of the report's own. Answers its id.
 * @param like what it takes over from where the report was: `openedAt`, since when somebody has waited, and that
 * its emergency was heard there; and the repaired case that it is the recurrence of
 */
export async function openCase(
  tx: EntityManager,
  report: Report,
  like: { openedAt?: Date; emergency?: Emergency; recurrenceOf?: string | null } = {},
): Promise<string> {
  const { kind, departmentId, categoryId, danger, location, address } = report;
  const { openedAt = report.receivedAt, emergency = report.emergency, recurrenceOf = null } = like;
  const { score, band } = openingPriority({ danger, emergency });
  const id = randomUUID();
  await tx.insert(Case, {
    ...{ id, kind, departmentId, categoryId, danger, emergency, location, address, recurrenceOf },
    number: await nextCaseNumber(tx, report.number),
    status: 'verifying',
    outcome: null,
    priority: score,
    band,
    members: 1,
    // Waiting began when the citizen pressed SEND, not when a worker came round to it.
    openedAt,
  });
  return id;
}

/** `AL-C-000123`. @param like a number of the same municipality, which begins alike */
export async function nextCaseNumber(tx: EntityManager, like: string): Promise<string> {
  const [{ next }] = await tx.query("SELECT nextval('case_number')::text AS next");
  return `${like.split('-')[0]}-C-${next.padStart(6, '0')}`;
}
