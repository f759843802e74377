/**
 * The words of the product, once. Codes are what code, database and payloads use;
 * what people read is in the translations of the form, the messages and the console.
 */

/** What a citizen sends. Only a problem ends with a repair; the others end with an answer. */
export const reportKinds = ['problem', 'question', 'praise', 'proposal'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** How a report came in. Staff enter what comes by phone, counter or letter. */
export const channels = ['web', 'api', 'phone', 'counter', 'letter'] as const;
export type Channel = (typeof channels)[number];

/** Declared or qualified danger: 1 nuisance, 2 discomfort, 3 somebody may get hurt, 4 somebody will get hurt. */
export const dangers = [1, 2, 3, 4] as const;
export type Danger = (typeof dangers)[number];

/** The emergency switch: nobody, somebody is hurt, or somebody is about to be. */
export const emergencies = ['none', 'injured', 'imminent'] as const;
export type Emergency = (typeof emergencies)[number];

/** Which policy applies: an emergency, an urgent case (danger 3 and 4) or an ordinary one. */
export const urgencies = ['emergency', 'urgent', 'ordinary'] as const;
export type Urgency = (typeof urgencies)[number];

/** Life of a case. The last three are terminal. */
export const caseStatuses = [
  'verifying',
  'accepting',
  'assigning',
  'assigned',
  'working',
  'repaired',
  'rating',
  'closed',
  'rejected',
  'answered',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Why a case ended. */
export const outcomes = ['repaired', 'not-fixed', 'not-real', 'rejected', 'answered', 'merged'] as const;
export type Outcome = (typeof outcomes)[number];

/** Make safe runs beside the repair, with a clock of its own. */
export const safeties = ['none', 'ordered', 'done'] as const;
export type Safety = (typeof safeties)[number];

/** What a paused case waits for. */
export const pauseReasons = ['supplier', 'agency', 'citizen', 'department'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Whom a case talks to, beside the department that has it: who may be asked, and who may be handed the case. */
export const partyKinds = ['department', 'supplier', 'agency', 'citizen'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Why somebody does not take a case that was offered. */
export const handoverRefusals = ['not-ours', 'no-capacity', 'not-in-contract', 'unclear', 'other'] as const;
export type HandoverRefusal = (typeof handoverRefusals)[number];

/** Why a report is refused; each has its sentence for the citizen. */
export const rejectReasons = ['not-a-problem', 'not-ours', 'duplicate', 'insufficient', 'abusive'] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Why a crew could not do what it came for. */
export const stopReasons = [
  'no-access',
  'vehicle-parked',
  'materials',
  'weather',
  'not-found',
  'other',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** Why work goes back to those that wait for a crew: the crew's reason, or the end of its shift. */
export const unassignReasons = [...stopReasons, 'not-reached'] as const;
export type UnassignReason = (typeof unassignReasons)[number];

/** The clocks of a case. `rating` and `handover` are windows of others to answer, not targets of the department. */
export const clockKinds = [
  'verification',
  'acceptance',
  'assignment',
  'repair',
  'make-safe',
  'rating',
  'handover',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** The stages of a late clock, in order: coordinator, oversight body, management. */
export const stages = ['reminder', 'breach', 'management'] as const;
export type Stage = (typeof stages)[number];

/** Who works in the console. */
export const roles = [
  'operator',
  'coordinator',
  'technician',
  'oversight',
  'management',
  'auditor',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** How far an emergency forward has come. */
export const forwardStatuses = ['none', 'running', 'acknowledged', 'recalled'] as const;
export type ForwardStatus = (typeof forwardStatuses)[number];

/** How soon a case wants somebody, first to last. */
export const bands = ['P1', 'P2', 'P3', 'P4'] as const;
export type Band = (typeof bands)[number];

/** Where a problem meets many people, or frail ones. */
export const exposureKinds = ['school', 'hospital', 'main-road', 'busy-place'] as const;
export type ExposureKind = (typeof exposureKinds)[number];

export const locales = ['it', 'en'] as const;
export type Locale = (typeof locales)[number];
