import type { Recipient } from '../messages/recipient';
import type { Answer } from '../meta/attributes';
import type {
  Band,
  CaseStatus,
  ClockKind,
  CommandName,
  Danger,
  Emergency,
  ExposureKind,
  MessageStatus,
  PartyKind,
  PriorityPart,
  ReportKind,
  Stage,
} from '../vocabulary';

/** A row of the inbox. Instants are ISO texts. */
export interface CaseRow {
  id: string;
  number: string;
  kind: ReportKind;
  status: CaseStatus;
  outcome: string | null;
  departmentId: string;
  categoryId: string;
  danger: Danger;
  emergency: Emergency;
  safety: 'none' | 'ordered' | 'done';
  forward: 'none' | 'running' | 'acknowledged' | 'recalled';
  priority: number;
  band: Band;
  /** Since when new unconfirmed people are a burst that nobody has said to be real. */
  burstAt: string | null;
  members: number;
  paused: boolean;
  reopenAsked: boolean;
  address: string | null;
  openedAt: string;
  dueAt: string | null;
  dueClock: ClockKind | null;
  repairDueAt: string | null;
  stage: Stage | null;
  closedAt: string | null;
  crewId: string | null;
  supplierId: string | null;
  /** An external body that has the work. */
  agencyId: string | null;
  late: boolean;
  lat: number | null;
  lon: number | null;
  thumbnailPhotoId: string | null;
  /** Something was said since this person last looked. */
  unread: boolean;
}

export interface CaseReport {
  id: string;
  number: string;
  /** In the official register. */
  registerNumber: string | null;
  kind: ReportKind;
  channel: string;
  words: string | null;
  erased: boolean;
  danger: Danger;
  emergency: Emergency;
  receivedAt: string;
  lat: number | null;
  lon: number | null;
  address: string | null;
  locationSource: string | null;
  photos: string[];
  /** To what the category asks; null when nothing was answered or all is erased. */
  answers: Answer[] | null;
  /** Only for those who may read persons; the address is masked. */
  reporter?: { personId: string; email: string | null; confirmed: boolean } | null;
}

export interface TimelineEntry {
  seq: number;
  chain: string;
  name: string;
  at: string;
  actor: { kind: string; id: string | null; name?: string };
  data: Record<string, unknown>;
  noteId: string | null;
  words: string | null;
  erased: boolean;
  public: boolean;
}

export interface CaseClock {
  kind: ClockKind;
  cycle: number;
  turn: number;
  status: 'planning' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled' | 'off';
  startedAt: string;
  stoppedAt: string | null;
  remindAt: string | null;
  dueAt: string | null;
  escalateAt: string | null;
  source: 'policy' | 'import';
}

export interface Escalation {
  id: string;
  caseId: string;
  departmentId: string;
  clock: ClockKind;
  cycle: number;
  stage: Stage;
  cause: 'time' | 'policy-change';
  dueAt: string;
  firedAt: string;
  seenBy: string | null;
  seenAt: string | null;
}

export interface Forward {
  id: string;
  agencyId: string;
  agencyName: string;
  attempt: number;
  msgType: 'Alert' | 'Update' | 'Cancel';
  sentAt: string;
  ackBy: string | null;
  acknowledgedAt: string | null;
  deliveredAt: string | null;
  lastStatus: number | null;
}

export interface Repair {
  id: string;
  cycle: number;
  crewId: string | null;
  supplierId: string | null;
  agencyId: string | null;
  procedure: string;
  hours: number;
  cost: number;
  photoId: string | null;
  recordedAt: string;
  /** What it was done under, and until which local day it has to last. */
  contract: string | null;
  warrantyUntil: string | null;
  words: string | null;
  materials: { material: string; quantity: number; unit: string }[];
}

export interface Qualification {
  id: string;
  cycle: number;
  real: boolean;
  categoryId: string;
  categoryRight: boolean;
  danger: Danger;
  dangerRight: boolean;
  descriptionRight: boolean;
  timely: boolean;
  recordedAt: string;
  words: string | null;
}

export interface Rating {
  id: string;
  stars: number | null;
  aspects: Record<string, number> | null;
  cycle: number | null;
  createdAt: string;
  words: string | null;
}

export interface CaseMessage extends Recipient {
  id: string;
  event: string;
  status: MessageStatus;
  createdAt: string;
  sentAt: string | null;
}

export interface CasePhoto {
  id: string;
  purpose: string;
  createdAt: string;
}

/** Another open case that may be about the same problem; what decides it is beside it. */
export interface SuggestedCase {
  id: string;
  number: string;
  departmentId: string;
  categoryId: string;
  status: CaseStatus;
  address: string | null;
  openedAt: string;
  members: number;
  /** Probability, 0 to 1. */
  score: number;
  metres: number;
  words: string | null;
  photos: string[];
}

/** Another case that belongs to the story of this one; `mentioned`: only its number is needed. */
export interface JoinedCase {
  id: string;
  number: string;
  name: 'merged' | 'absorbed' | 'partOf' | 'part' | 'recurrenceOf' | 'recurrence' | 'mentioned';
  /** Another department's case is named but not opened. */
  readable: boolean;
}

export interface ThreadLine {
  id: string;
  at: string;
  authorKind: string;
  /** Null for a citizen. */
  authorName: string | null;
  words: string | null;
  attachments: { id: string; name: string; bytes: number }[];
  question: { id: string; status: 'open' | 'answered' | 'expired' | 'withdrawn'; dueAt: string } | null;
  /** The question that it answers. */
  answers: string | null;
}

/** What a case and somebody else have said to each other. */
export interface CaseThread {
  id: string;
  kind: PartyKind;
  partyId: string;
  party: string;
  messages: ThreadLine[];
  /** Words of others since this person last read it. */
  unread: number;
}

export interface Pause {
  id: string;
  reason: string;
  /** When it ends by itself: the wish, cut at the longest that the rules allow. */
  endsAt: number | null;
}

/** The points that make the priority, and why; instants in milliseconds. */
export interface Priority {
  points: Record<PriorityPart, number>;
  reasons: {
    danger: { by: 'staff' | 'reporters'; level: Danger };
    people: { counted: number; confirmed: number; held: number };
    place: { kind: ExposureKind; name: string; metres: number } | null;
    deadline: { clock: ClockKind; dueAt: number } | null;
    days: number;
  };
}

/** Everything on the case page. */
export interface CaseDetail extends CaseRow {
  reports: CaseReport[];
  timeline: TimelineEntry[];
  clocks: CaseClock[];
  /** Null until the case is weighed for the first time. */
  priorityParts: Priority | null;
  escalations: Escalation[];
  forwards: Forward[];
  repairs: Repair[];
  /** What the supplier that has the work says of it. */
  supplierJob: { acceptedAt: string; scheduledFor: string | null } | null;
  qualifications: Qualification[];
  ratings: Rating[];
  messages: CaseMessage[];
  photos: CasePhoto[];
  joined: JoinedCase[];
  suggestions: SuggestedCase[];
  /** As the workflow has it; null while neither it nor the database knows. */
  state: {
    pauses: Pause[];
    cycle: number;
    questions?: { id: string; of: { kind: PartyKind; id: string }; dueAt: number }[];
    handover?: { id: string; to: { kind: PartyKind; id: string } } | null;
  } | null;
  /** The round that holds it. */
  round: { id: string; crewId: string; status: 'draft' | 'dispatched'; shiftFrom: string } | null;
  /** What state and role allow now. */
  allowed: CommandName[];
}
