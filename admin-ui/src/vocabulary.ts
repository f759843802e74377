/** The codes that the API speaks, once for the console. What people read is in src/i18n. */
export const reportKinds = ['problem', 'question', 'praise', 'proposal'] as const;
export const staffChannels = ['phone', 'counter', 'letter'] as const;
export const channels = ['web', 'api', ...staffChannels] as const;
export const dangers = [1, 2, 3, 4] as const;
export const emergencies = ['none', 'injured', 'imminent'] as const;
export const urgencies = ['emergency', 'urgent', 'ordinary'] as const;
export const openStatuses = [
  'verifying',
  'accepting',
  'assigning',
  'assigned',
  'working',
  'repaired',
  'rating',
] as const;
export const caseStatuses = [...openStatuses, 'closed', 'rejected', 'answered'] as const;
export const pauseReasons = ['supplier', 'agency', 'citizen', 'department'] as const;
/** Whom a case talks to, beside the department that has it. */
export const partyKinds = ['department', 'supplier', 'agency', 'citizen'] as const;
export const handoverRefusals = ['not-ours', 'no-capacity', 'not-in-contract', 'unclear', 'other'] as const;
export const rejectReasons = ['not-a-problem', 'not-ours', 'duplicate', 'insufficient', 'abusive'] as const;
/** Why a crew could not do what it came for. */
export const stopReasons = [
  'no-access',
  'vehicle-parked',
  'materials',
  'weather',
  'not-found',
  'other',
] as const;
export const unassignReasons = [...stopReasons, 'not-reached'] as const;
export const clockKinds = [
  'verification',
  'acceptance',
  'assignment',
  'repair',
  'make-safe',
  'rating',
  'handover',
] as const;
export const stages = ['reminder', 'breach', 'management'] as const;
/** Why a deadline was missed. */
export const reviewCauses = [
  'load',
  'routing',
  'materials',
  'supplier',
  'access',
  'weather',
  'information',
  'other',
] as const;
export const reviewStatuses = ['open', 'following', 'due', 'closed'] as const;
export const reviewOutcomes = ['improved', 'unchanged', 'worse'] as const;
export const roles = [
  'operator',
  'coordinator',
  'technician',
  'oversight',
  'management',
  'auditor',
  'admin',
] as const;
export const locales = ['it', 'en'] as const;
export const messageStatuses = ['waiting', 'queued', 'sent', 'kept', 'failed', 'suppressed'] as const;
export const recipientKinds = ['person', 'user', 'agency', 'supplier', 'owner'] as const;
/** How soon a case wants somebody, first to last. */
export const bands = ['P1', 'P2', 'P3', 'P4'] as const;
/** What the points of a priority are for. */
export const priorityParts = ['emergency', 'danger', 'people', 'place', 'deadline', 'age'] as const;
export const exposureKinds = ['school', 'hospital', 'main-road', 'busy-place'] as const;
export const ownerKinds = ['state', 'province', 'motorway', 'railway', 'private'] as const;
/** Groups of categories; a municipality's own file may bring others. */
export const categoryGroups = [
  'roads',
  'parks',
  'waste',
  'water',
  'furniture',
  'buildings',
  'environment',
  'pests',
  'safety',
  'order',
  'services',
] as const;
/** What crews of the demonstration can do; others are typed. */
export const skills = [
  'asphalt',
  'barriers',
  'signage',
  'pruning',
  'mowing',
  'furniture',
  'cleaning',
  'electrical',
  'masonry',
  'plumbing',
  'pipes',
] as const;
export const commandNames = [
  'verify',
  'reject',
  'answer',
  'reroute',
  'accept',
  'make-safe',
  'made-safe',
  'assign',
  'unassign',
  'start',
  'pause',
  'resume',
  'mark-repaired',
  'qualify',
  'close',
  'decide-reopen',
  'recall',
  'merge',
  'split',
  'unmerge',
  'import-deadline',
  'ask',
  'withdraw-question',
  'hand-over',
  'answer-handover',
  'withdraw-handover',
  'open-part',
] as const;

export type ReportKind = (typeof reportKinds)[number];
export type Danger = (typeof dangers)[number];
export type Band = (typeof bands)[number];
export type PriorityPart = (typeof priorityParts)[number];
export type ExposureKind = (typeof exposureKinds)[number];
export type Emergency = (typeof emergencies)[number];
export type CaseStatus = (typeof caseStatuses)[number];
export type ClockKind = (typeof clockKinds)[number];
export type Stage = (typeof stages)[number];
export type ReviewCause = (typeof reviewCauses)[number];
export type ReviewStatus = (typeof reviewStatuses)[number];
export type ReviewOutcome = (typeof reviewOutcomes)[number];
export type Role = (typeof roles)[number];
export type Locale = (typeof locales)[number];
export type PartyKind = (typeof partyKinds)[number];
export type CommandName = (typeof commandNames)[number];
export type StopReason = (typeof stopReasons)[number];
export type MessageStatus = (typeof messageStatuses)[number];
