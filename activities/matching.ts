import type { EntityManager } from 'typeorm';
import { type Case, Membership, Report } from '../db/entities';
import type { Sought } from '../db/geo/candidates';
import { lockCells } from '../db/geo/cells';
import { appendLog } from '../db/log';
import { isBeforeRepair } from '../domain/case/state';
import { JOIN, SUGGEST } from '../domain/grouping/score';
import { isPublic } from '../domain/messages/table';
import { type Candidate, candidatesFor, recurrencesFor, soughtBy, suggest } from './candidates';
import { findOpenCase, lastOf, openCase, takePlace } from './opening';

/** How a report came to its case: a person said so, it was recognised, or it opened it. */
interface Place {
  caseId: string;
  by: 'person' | 'likeness' | 'opening';
  score: number | null;
}

/**
 * Attaches a report to the open case that it belongs to, or opens a case of its own. Locks the report, so that a
 * repeated call waits and answers the same case, and the case row, so that a case that is closing either reads the
 * new member or is found closed.
 */
export async function matchOrOpen(tx: EntityManager, reportId: string): Promise<string> {
  const report = await tx.findOneOrFail(Report, {
    where: { id: reportId },
    lock: { mode: 'pessimistic_write' },
  });
  const known = await tx.findOneBy(Membership, { reportId });
  if (known) return known.caseId;
  const { caseId, by, score } = (await told(tx, report)) ?? (await recognised(tx, report));
  await tx.insert(Membership, { reportId, caseId });
  await appendLog(tx, {
    chain: `report:${reportId}`,
    factId: `attached:${caseId}`,
    name: 'attached',
    at: new Date(),
    actor: { kind: 'system', id: null },
    public: isPublic('attached'),
    data: { caseId, opened: by === 'opening', by, ...(score !== null && { score }) },
  });
  return caseId;
}

/** The case that somebody said it belongs to, while there is something to repair or to answer. */
async function told(tx: EntityManager, report: Report): Promise<Place | null> {
  if (!report.joinsCaseId) return null;
  const row = await findOpenCase(tx, report.joinsCaseId);
  if (!row || !takesMore(row)) return null;
  await takePlace(tx, row, report);
  return { caseId: row.id, by: 'person', score: null };
}

/** What is reported of a repaired problem is that it stayed or came back: a case of its own, which says so. */
const takesMore = (row: Case) => row.kind !== 'problem' || isBeforeRepair(row);

/** The case that it is recognised by, or a new one; nobody else looks for one here meanwhile. */
async function recognised(tx: EntityManager, report: Report): Promise<Place> {
  const sought = await soughtBy(tx, report);
  if (!sought) return opened(await openCase(tx, report));
  await lockCells(tx, sought);
  const candidates = await candidatesFor(tx, 'waiting', sought);
  return (await join(tx, candidates)) ?? open(tx, report, sought, candidates);
}

async function join(tx: EntityManager, candidates: Candidate[]): Promise<Place | null> {
  for (const { caseId, score } of candidates) {
    if (score < JOIN) return null;
    const row = await findOpenCase(tx, caseId);
    // It may have been repaired, closed or merged while we waited for its lock.
    if (row && takesMore(row)) return { caseId: row.id, by: 'likeness', score: rounded(score) };
  }
  return null;
}

async function open(
  tx: EntityManager,
  report: Report,
  sought: Sought,
  candidates: Candidate[],
): Promise<Place> {
  const caseId = await openCase(tx, report, { recurrenceOf: await recurrenceOf(tx, report, sought) });
  await suggest(
    tx,
    caseId,
    candidates.filter(({ score }) => score >= SUGGEST),
  );
  return opened(caseId);
}

/** The repaired case whose problem is back: the one that somebody named, else what was repaired here. */
async function recurrenceOf(
  tx: EntityManager,
  { joinsCaseId }: Report,
  sought: Sought,
): Promise<string | null> {
  const named = joinsCaseId && (await lastOf(tx, joinsCaseId));
  if (named && isRepaired(named)) return named.id;
  const [likeliest] = await recurrencesFor(tx, sought);
  return likeliest && likeliest.score >= SUGGEST ? likeliest.caseId : null;
}

const isRepaired = ({ kind, status, outcome }: Case) =>
  kind === 'problem' && (status === 'repaired' || status === 'rating' || outcome === 'repaired');

const opened = (caseId: string): Place => ({ caseId, by: 'opening', score: null });
const rounded = (score: number) => Math.round(score * 1000) / 1000;
