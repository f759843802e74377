import type { ClockKind, Stage } from '../vocabulary';
import type { Actor } from './state';

/**
 * What happened, in the past tense. A fact is one line of the timeline, one entry of the audit
 * chain and, by the table in domain/messages, the messages that people get.
 */
export const factNames = [
  'received',
  'attributes-given',
  'passed-on',
  'confirmed',
  'opened',
  'attached',
  'verified',
  'rejected',
  'answered',
  'rerouted',
  'accepted',
  'make-safe-ordered',
  'made-safe',
  'assigned',
  'unassigned',
  'started',
  'paused',
  'resumed',
  'pause-expired',
  'repaired',
  'qualified',
  'rating-asked',
  'rated',
  'closed',
  'reopen-asked',
  'reopened',
  'reopen-refused',
  'merged',
  'merge-refused',
  'absorbed',
  'split',
  'unmerged',
  'unabsorbed',
  'parting-refused',
  'forwarded',
  'forward-updated',
  'forward-acknowledged',
  'forward-unanswered',
  'forward-recalled',
  'on-call-alerted',
  'citizen-added',
  'rating-changed',
  'reminder',
  'breach',
  'management',
  'question-asked',
  'question-reminded',
  'question-answered',
  'question-expired',
  'question-withdrawn',
  'handover-offered',
  'handover-taken',
  'handover-refused',
  'handover-unanswered',
  'handover-withdrawn',
  'part-opened',
  'part-ended',
  'replanned',
  'deadline-imported',
  'erased',
] as const;
export type FactName = (typeof factNames)[number];

/** What an emergency forward can bring as news; that it is recalled is the case's own decision. */
export type ForwardFactName = Exclude<
  Extract<FactName, 'on-call-alerted' | 'forwarded' | `forward-${string}`>,
  'forward-recalled'
>;

/** Ids and codes only: it travels through workflow histories. */
export interface Fact {
  name: FactName;
  at: number;
  actor: Actor;
  commandId?: string;
  noteId?: string;
  clock?: ClockKind;
  stage?: Stage;
  cycle?: number;
  data?: Record<string, string | number | boolean | null>;
}
