import type { CaseReport, TimelineEntry } from '../cases/types';
import type { CaseStatus } from '../vocabulary';

/** A report with the case it belongs to; null until it has been matched. */
export interface ReportRow extends Omit<CaseReport, 'words' | 'erased' | 'photos'> {
  departmentId: string;
  categoryId: string;
  caseId: string | null;
  caseNumber: string | null;
  caseStatus: CaseStatus | null;
}

export interface ReportDetail
  extends CaseReport,
    Pick<ReportRow, 'departmentId' | 'categoryId' | 'caseId' | 'caseNumber' | 'caseStatus'> {
  timeline: TimelineEntry[];
}
