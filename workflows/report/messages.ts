import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Outcome } from '../../domain/vocabulary';
import type { MemberAct } from '../case/messages';

/** The contract of a report's own workflow. */
export const reportWorkflowId = (reportId: string) => `report-${reportId}`;

/**
 * A fresh report carries its id alone. With `caseId` it has been handed over before: `settled` says that
 * its outcome was told already, so that it only deals with what it is signalled (a late "not fixed", a
 * reopened case) and ends again.
 */
export interface ReportInput {
  reportId: string;
  caseId?: string;
  settled?: boolean;
}

/** What the case tells its members; `final` means that nothing more will come from this case. */
export interface OutcomeNotice {
  caseId: string;
  cycle: number;
  outcome: Outcome;
  final: boolean;
}
export const outcomeSignal = defineSignal<[OutcomeNotice]>('outcome');

/** The report was moved to another case by a merge. */
export const movedSignal = defineSignal<[{ caseId: string }]>('moved');

/** The citizen did something on the tracking page; its row was written first. */
export const citizenActSignal = defineSignal<[Pick<MemberAct, 'actId' | 'kind'>]>('citizenAct');

export interface ReportProgress {
  reportId: string;
  caseId: string | null;
  step: 'matching' | 'waiting' | 'rating' | 'settled';
}
export const progressQuery = defineQuery<ReportProgress>('progress');
