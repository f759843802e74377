import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Case, Membership, Report } from '../db/entities';
import { appendLog } from '../db/log';
import { priorityOf } from '../domain/case/priority';
import { isOver } from '../domain/case/state';
import { isPublic } from '../domain/messages/table';

/**
 * Attaches a report to the open case that it was said to belong to, or opens a case of its own.
 * Locks the report, so that a repeated call waits and answers the same case, and the case row, so that
 * a case that is closing either reads the new member or is found closed.
 */
export async function matchOrOpen(tx: EntityManager, reportId: string): Promise<string> {
  const report = await tx.findOneOrFail(Report, {
    where: { id: reportId },
    lock: { mode: 'pessimistic_write' },
  });
  const known = await tx.findOneBy(Membership, { reportId });
  if (known) return known.caseId;
  const joined = report.joinsCaseId ? await findOpenCase(tx, report.joinsCaseId) : null;
  const caseId = joined?.id ?? (await openCase(tx, report));
  if (joined) await takePlace(tx, joined, report);
  await tx.insert(Membership, { reportId, caseId });
  await appendLog(tx, {
    chain: `report:${reportId}`,
    factId: `attached:${caseId}`,
    name: 'attached',
    at: new Date(),
    actor: { kind: 'system', id: null },
    public: isPublic('attached'),
    data: { caseId, opened: joined === null },
  });
  return caseId;
}

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

/** A case about no place is where the first that joins it is: an emergency among those has to be found. */
export async function takePlace(
  tx: EntityManager,
  { id, location }: Case,
  from: Pick<Report, 'location' | 'address'>,
): Promise<void> {
  if (location || !from.location) return;
  await tx.update(Case, { id }, { location: from.location, address: from.address });
}

/** A case of the report's own. Answers its id. */
export async function openCase(tx: EntityManager, report: Report): Promise<string> {
  const { kind, departmentId, categoryId, danger, emergency, location, address } = report;
  const id = randomUUID();
  const [{ next }] = await tx.query("SELECT nextval('case_number')::int AS next");
  const [prefix] = report.number.split('-');
  await tx.insert(Case, {
    ...{ id, kind, departmentId, categoryId, danger, emergency, location, address },
    number: `${prefix}-C-${String(next).padStart(6, '0')}`,
    status: 'verifying',
    outcome: null,
    priority: priorityOf({ danger, emergency, members: 1, stage: null }),
    members: 1,
    // Waiting began when the citizen pressed SEND, not when a worker came round to it.
    openedAt: report.receivedAt,
  });
  return id;
}
