export type Cause = 'understaffed' | 'badly-organised' | 'badly-managed';
export const caseStages = ['verification', 'acceptance', 'assignment', 'crew', 'work', 'others'] as const;

export interface Measures {
  cases: number;
  completed: number;
  openBefore: number;
  openAfter: number;
  lateShare: number;
  ageDays: number;
  hours: Record<(typeof caseStages)[number], number>;
  load: number | null;
  touch: number | null;
  bounces: number;
  missing: number;
  rework: number;
  metres: number | null;
  lateVerification: number;
  unseen: number | null;
  reviewDays: number | null;
  spread: number | null;
}

export interface Finding {
  cause: Cause;
  holds: boolean;
  score: number;
  threshold: number;
  confidence: number;
  evidence: { name: string; beyond: number }[];
}

export interface Diagnosis {
  verdict: 'not-enough-data' | 'healthy' | Cause[];
  measures: Measures;
  findings: Finding[];
}
