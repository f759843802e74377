import { type Client, type SignalDefinition, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { DataSource, EntityManager } from 'typeorm';
import type { Signals } from '../activities/dependencies';
import { Case, CitizenAct, Membership, Report } from '../db/entities';
import type { Emergency } from '../domain/vocabulary';
import { type CaseInput, caseWorkflowId } from '../workflows/case/messages';
import { citizenActSignal, type ReportInput, reportWorkflowId } from '../workflows/report/messages';
import { type ReviewInput, reviewChangedSignal, reviewWorkflowId } from '../workflows/review/messages';
import { type RoundInput, roundWorkflowId } from '../workflows/round/messages';
import { EMERGENCY_TASK_QUEUE, TASK_QUEUE } from './config';

/** What speaking to workflows takes: the way to Temporal and the rows that say where they left off. */
export interface Temporal {
  client: Client;
  /** A transaction where marks and rows have to be changed under its locks. */
  db: DataSource | EntityManager;
}

/** A report gets its case before the cases' own work goes on. */
const FIRST = { priorityKey: 1 };

/** Emergencies never queue behind a storm of ordinary reports. */
const taskQueueFor = (emergency: Emergency) => (emergency === 'none' ? TASK_QUEUE : EMERGENCY_TASK_QUEUE);

/**
 * Starts the workflow of a committed report, once in its life, then marks the row. Safe to repeat.
 * Throws when Temporal does not answer: the sweeper tries again.
 */
export async function startReportWorkflow(
  { client, db }: Temporal,
  report: { reportId: string; emergency: Emergency },
): Promise<void> {
  const input: ReportInput = { reportId: report.reportId };
  try {
    await client.workflow.start('reportWorkflow', {
      workflowId: reportWorkflowId(report.reportId),
      taskQueue: taskQueueFor(report.emergency),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      priority: FIRST,
      args: [input],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await db.query('UPDATE report SET started_at = now() WHERE id = $1 AND started_at IS NULL', [
    report.reportId,
  ]);
}

/** Tells the report's workflow what its citizen did, then marks the row. Safe to repeat. */
export async function tellCitizenAct(temporal: Temporal, actId: string): Promise<void> {
  const act = await temporal.db.getRepository(CitizenAct).findOneByOrFail({ id: actId });
  await signalReport(temporal, act.reportId, citizenActSignal, [{ actId, kind: act.kind }]);
  await temporal.db.query('UPDATE citizen_act SET told_at = now() WHERE id = $1 AND told_at IS NULL', [
    actId,
  ]);
}

/** Signals a case; where its workflow has ended or was never started, it goes on where the database has it. */
export async function signalWithStartCase<Args extends unknown[]>(
  temporal: Temporal,
  caseId: string,
  signal: SignalDefinition<Args>,
  args: Args,
): Promise<void> {
  const start = await caseStart(temporal.db, caseId);
  await signalWithStart(temporal.client, 'caseWorkflow', { ...start, signal: signal.name, signalArgs: args });
}

/** Signals a report; where its workflow has ended, it starts again knowing its case. */
async function signalReport<Args extends unknown[]>(
  temporal: Temporal,
  reportId: string,
  signal: SignalDefinition<Args>,
  args: Args,
): Promise<void> {
  const start = await reportStart(temporal.db, reportId);
  await signalWithStart(temporal.client, 'reportWorkflow', {
    ...start,
    signal: signal.name,
    signalArgs: args,
  });
}

/** The signals as activities know them. */
export const createSignals = (temporal: Temporal): Signals => ({
  toCase: (caseId, signal, args) => signalWithStartCase(temporal, caseId, signal, args),
  toReport: (reportId, signal, args) => signalReport(temporal, reportId, signal, args),
});

/**
 * What it takes to start a case where the database left it. It looks that up itself once it runs: by then the
 * run before it has written down all that it decided.
 */
export async function caseStart(db: Temporal['db'], caseId: string) {
  const { emergency } = await db.getRepository(Case).findOneOrFail({
    select: { id: true, emergency: true },
    where: { id: caseId },
  });
  const input: CaseInput = { caseId };
  return { workflowId: caseWorkflowId(caseId), taskQueue: taskQueueFor(emergency), args: [input] };
}

/** What it takes to start a report's workflow where the database left it. */
export async function reportStart(db: Temporal['db'], reportId: string) {
  const report = await db.getRepository(Report).findOneOrFail({
    select: { id: true, emergency: true, settledAt: true },
    where: { id: reportId },
  });
  const membership = await db.getRepository(Membership).findOneBy({ reportId });
  const input: ReportInput = membership
    ? { reportId, caseId: membership.caseId, ...(report.settledAt ? { settled: true } : {}) }
    : { reportId };
  return { workflowId: reportWorkflowId(reportId), taskQueue: taskQueueFor(report.emergency), args: [input] };
}

/** What it takes to start a round's workflow where the database has the round. */
export function roundStart(roundId: string) {
  const input: RoundInput = { roundId };
  return { workflowId: roundWorkflowId(roundId), taskQueue: TASK_QUEUE, args: [input] };
}

/** Starts the workflow of a dispatched round, unless it runs, and marks the row. Safe to repeat. */
export async function startRoundWorkflow({ client, db }: Temporal, roundId: string): Promise<void> {
  try {
    await client.workflow.start('roundWorkflow', roundStart(roundId));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await db.query('UPDATE round SET started_at = now() WHERE id = $1 AND started_at IS NULL', [roundId]);
}

/** Tells a review's workflow to look at its row; where it has ended it starts again. Safe to repeat. */
export async function startReviewWorkflow({ client }: Pick<Temporal, 'client'>, reviewId: string) {
  const input: ReviewInput = { reviewId };
  await signalWithStart(client, 'reviewWorkflow', {
    ...{ workflowId: reviewWorkflowId(reviewId), taskQueue: TASK_QUEUE, args: [input] },
    ...{ signal: reviewChangedSignal.name, signalArgs: [] },
  });
}

/** Tells a review's workflow what was written, then takes the mark off unless more was written. */
export async function tellReview(
  temporal: Temporal,
  { id, changedAt }: { id: string; changedAt: Date | null },
): Promise<void> {
  await startReviewWorkflow(temporal, id);
  await temporal.db.query('UPDATE review SET changed_at = NULL WHERE id = $1 AND changed_at = $2', [
    id,
    changedAt,
  ]);
}

interface SignalWithStart {
  workflowId: string;
  taskQueue: string;
  args: unknown[];
  signal: string;
  signalArgs: unknown[];
}

const signalWithStart = (client: Client, workflowType: string, options: SignalWithStart) =>
  client.workflow.signalWithStart<() => Promise<void>, unknown[]>(workflowType, options as never);
