import type { Escalation } from '../cases/types';
import type { CaseStatus, ReportKind } from '../vocabulary';

/** A stage that fired, with the case it is about as it is now. */
export interface EscalationRow extends Escalation {
  caseNumber: string;
  caseKind: ReportKind;
  caseStatus: CaseStatus;
  address: string | null;
  /** Null for a case about no place. */
  lat: number | null;
  categoryId: string;
  seenByName: string | null;
  note: string | null;
}
