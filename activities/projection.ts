import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Case, CaseClock, Escalation, Review } from '../db/entities';
import { appendLog } from '../db/log';
import { creditCase } from '../db/rewards/credit';
import { writeMessages } from '../deliveries/outbox';
import { writeDeliveries } from '../deliveries/webhooks/outbox';
import type { Fact } from '../domain/case/facts';
import { type CaseState, isBeforeRepair, isOver } from '../domain/case/state';
import { DomainError } from '../domain/errors';
import { isPublic } from '../domain/messages/table';
import type { Clock } from '../domain/sla/clock';
import { departmental } from '../domain/sla/clocks';
import { type Stage, stages } from '../domain/vocabulary';
import { involvedIn, projectConversation } from './conversation';
import { type Weighing, weighCases } from './priority';
import { projectWarranty } from './warranty';

/** The case row, locked: whoever attaches, closes, merges or projects comes one after the other. */
export async function lockCase(tx: EntityManager, caseId: string): Promise<Case> {
  const row = await tx.findOne(Case, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new DomainError('not-found');
  return row;
}

/**
 * Writes what the workflow decided, in the caller's transaction that holds the lock of `row`. An older
 * version never overwrites; facts, stages and messages are written once, however often this is called.
 */
export async function project(
  tx: EntityManager,
  row: Case,
  { state, facts }: { state: CaseState; facts: Fact[] },
  how: Weighing,
): Promise<void> {
  if (state.version > row.version) {
    await tx.update(Case, { id: state.caseId }, columnsOf(state, row, facts) as never);
    const clocks = state.clocks.map((clock) => clockRow(state.caseId, clock));
    if (clocks.length > 0) await tx.upsert(CaseClock, clocks, ['caseId', 'kind', 'cycle', 'turn']);
  }
  await writeEscalations(tx, state);
  await projectConversation(tx, row, facts);
  for (const [index, fact] of facts.entries()) await writeFact(tx, state, fact, index);
  await projectWarranty(tx, row, { state, facts });
  // Last, so that the timeline tells what happened before what followed from it.
  await weighCases(tx, [state.caseId], how);
}

function columnsOf(state: CaseState, row: Case, facts: Fact[]): Partial<Case> {
  const { kind, status, outcome, departmentId, categoryId, danger, emergency, safety, forward } = state;
  const next = nextDeadline(state.clocks);
  const now = new Date();
  const lastAt = instant(facts.at(-1)?.at) ?? now;
  return {
    ...{ kind, status, outcome, departmentId, categoryId, danger, emergency, safety, forward },
    cycle: state.cycle,
    version: state.version,
    members: state.members,
    crewId: state.assignee?.kind === 'crew' ? state.assignee.id : null,
    supplierId: state.assignee?.kind === 'supplier' ? state.assignee.id : null,
    agencyId: state.assignee?.kind === 'agency' ? state.assignee.id : null,
    openQuestions: state.questions?.length ?? 0,
    involved: involvedIn(state, row, facts),
    paused: state.pauses.length > 0,
    reopenAsked: state.reopen !== null,
    repairDueAt: instant(repairDeadline(state.clocks)),
    dueAt: instant(next?.plan?.dueAt),
    dueClock: next?.kind ?? null,
    stage: furthestStage(state),
    snapshot: state,
    doneAt: isBeforeRepair(state) ? null : (instant(repairStop(state.clocks)) ?? row.doneAt ?? lastAt),
    closedAt: isOver(state) ? (row.closedAt ?? lastAt) : null,
    updatedAt: now,
  };
}

const instant = (at: number | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at);

/** Windows of others to answer are no deadlines of the department. */
function nextDeadline(clocks: Clock[]): Clock | undefined {
  return clocks
    .filter(
      ({ kind, status, plan }) =>
        kind !== 'rating' && kind !== 'handover' && status === 'running' && plan !== null,
    )
    .sort((a, b) => (a.plan?.dueAt ?? 0) - (b.plan?.dueAt ?? 0))[0];
}

const lastRepair = (clocks: Clock[]) => clocks.filter(({ kind }) => kind === 'repair').at(-1);
const repairDeadline = (clocks: Clock[]) => lastRepair(clocks)?.plan?.dueAt;
const repairStop = (clocks: Clock[]) => lastRepair(clocks)?.stoppedAt;

function furthestStage({ clocks, cycle }: CaseState): Stage | null {
  const fired = clocks.filter((clock) => clock.cycle === cycle).flatMap((clock) => clock.fired);
  return stages.findLast((stage) => fired.some((one) => one.stage === stage)) ?? null;
}

const clockRow = (caseId: string, clock: Clock): CaseClock => ({
  caseId,
  kind: clock.kind,
  cycle: clock.cycle,
  turn: clock.turn,
  status: clock.status,
  startedAt: new Date(clock.startedAt),
  stoppedAt: instant(clock.stoppedAt),
  remindAt: instant(clock.plan?.remindAt),
  dueAt: instant(clock.plan?.dueAt),
  escalateAt: instant(clock.plan?.escalateAt),
  source: clock.source,
});

/** A department's own task counts for it also when the case has gone to another since; the repair for who has it. */
async function writeEscalations(tx: EntityManager, state: CaseState): Promise<void> {
  const { caseId, clocks } = state;
  const rows = clocks.flatMap(({ kind, cycle, turn, plan, fired, policy }) => {
    const { departmentId } = departmental.includes(kind) ? policy : state;
    return fired.map(({ stage, cause, at }) => ({
      id: randomUUID(),
      ...{ caseId, departmentId, clock: kind, cycle, turn, stage, cause },
      dueAt: new Date(plan?.dueAt ?? at),
      firedAt: new Date(at),
    }));
  });
  if (rows.length === 0) return;
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(Escalation)
    .values(rows)
    .orIgnore()
    .returning('id')
    .execute();
  const written = new Set((raw as { id: string }[]).map(({ id }) => id));
  await openReviews(
    tx,
    rows.filter(({ id, stage }) => written.has(id) && stage === 'breach'),
  );
}

/** Every breach opens a review. */
async function openReviews(
  tx: EntityManager,
  breaches: Pick<Escalation, 'id' | 'caseId' | 'departmentId' | 'clock' | 'firedAt'>[],
): Promise<void> {
  const rows = breaches.map(({ id, caseId, departmentId, clock, firedAt }) => ({
    ...{ id, caseId, departmentId, clock, openedAt: firedAt },
  }));
  if (rows.length > 0) await tx.insert(Review, rows);
}

async function writeFact(tx: EntityManager, state: CaseState, fact: Fact, index: number): Promise<void> {
  const { caseId, version } = state;
  const { name, at, actor, noteId = null, commandId, clock, stage, cycle } = fact;
  const factId = `${version}.${index}`;
  const isNew = await appendLog(tx, {
    chain: `case:${caseId}`,
    factId,
    name,
    at: new Date(at),
    actor,
    public: isPublic(name, clock),
    data: { ...fact.data, ...defined({ commandId, clock, stage, cycle }), version },
    noteId,
  });
  if (!isNew) return;
  if (name === 'qualified' && fact.data?.real === true) await creditCase(tx, caseId);
  await writeMessages(tx, { caseId, fact, factId });
  await writeDeliveries(tx, { caseId, fact, factId });
}

const defined = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
