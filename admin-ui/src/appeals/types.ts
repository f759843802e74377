import type { Danger } from '../vocabulary';

/** What a citizen says against the judgement of a report; who it is, the API does not tell. */
export interface AppealRow {
  id: string;
  state: (typeof appealStates)[number];
  createdAt: string;
  answeredAt: string | null;
  answeredByName: string | null;
  words: string | null;
  answer: string | null;
  reportId: string;
  reportNumber: string;
  declared: Danger;
  caseId: string;
  caseNumber: string;
  categoryId: string;
  departmentId: string;
  address: string | null;
  real: boolean | null;
  found: Danger | null;
  judgedAt: string | null;
  /** What the technician wrote. */
  note: string | null;
}

export const appealStates = ['open', 'upheld', 'explained'] as const;
