import type { TimelineEntry } from '../cases/types';
import type { Band, CaseStatus, Danger, Emergency, StopReason } from '../vocabulary';

export type RoundStatus = 'draft' | 'dispatched' | 'over';
export type StopStatus = 'planned' | 'arrived' | 'done' | 'not-possible' | 'returned';
export type StopTask = 'repair' | 'make-safe';

/** A row of the list. Instants are ISO texts. */
export interface RoundRow {
  id: string;
  departmentId: string;
  crewId: string;
  shiftFrom: string;
  shiftTo: string;
  status: RoundStatus;
  plannedAt: string | null;
  dispatchedAt: string | null;
  overAt: string | null;
  counts: Partial<Record<StopStatus, number>>;
}

/** What of a case stands in a list of places. */
export interface RoundPlace {
  id: string;
  number: string;
  status: CaseStatus;
  categoryId: string;
  danger: Danger;
  emergency: Emergency;
  band: Band;
  /** 0 to 100. */
  priority: number;
  address: string | null;
  lat: number;
  lon: number;
}

export interface RoundCase extends RoundPlace {
  members: number;
  crewId: string | null;
  serviceMinutes: number;
  skill: string | null;
  photos: string[];
  /** What the citizens wrote, the oldest first. */
  words: string[];
}

/** A case that the crew could be sent to. */
export interface PoolCase extends RoundPlace {
  task: StopTask;
}

export interface RoundStop {
  caseId: string;
  task: StopTask;
  locked: boolean;
  inserted: boolean;
  status: StopStatus;
  /** When the crew is expected to come and to go. */
  arriveAt: string | null;
  leaveAt: string | null;
  arrivedAt: string | null;
  leftAt: string | null;
  reason: StopReason | 'not-reached' | null;
  /** The code with which the case refused what the round wanted of it. */
  refused: string | null;
  photoId: string | null;
  /** What the crew wrote. */
  words: string | null;
  case: RoundCase;
}

export interface LeftOut {
  caseId: string;
  why: 'skill' | 'too-long' | 'window' | 'no-time' | 'by-hand';
  case: RoundCase;
}

export interface RoundPlan {
  backAt: string;
  travelSeconds: number;
  breaks: { startAt: string; endAt: string }[];
  conflicts: { caseId: string | null; why: 'window' | 'skill' | 'shift' | 'break' }[];
}

/** Everything on a round's page. */
export interface RoundDetail extends RoundRow {
  breaks: { earliest: string; latest: string; minutes: number }[];
  depot: { coordinates: [lon: number, lat: number] };
  plan: RoundPlan | null;
  stops: RoundStop[];
  leftOut: LeftOut[];
  mayPlan: boolean;
  mayDrive: boolean;
  timeline: TimelineEntry[];
}
