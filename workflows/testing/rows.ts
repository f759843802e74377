import { activityInfo } from '@temporalio/activity';
import type { Fact } from '../../domain/case/facts';
import type { Members } from '../../domain/case/joining';
import type { CaseState } from '../../domain/case/state';
import type { Danger, Emergency } from '../../domain/vocabulary';
import type { DoneLists } from '../case/messages';
import type { CaseOpening } from '../case/ports';

export interface Member {
  reportId: string;
  emergency: Emergency;
  danger: Danger;
  read: boolean;
  /** Was heard by another case. */
  moved: boolean;
  told: string | null;
}

/** A case as the database would have it. */
export interface Row {
  opening: CaseOpening;
  members: Member[];
  state: CaseState | null;
  facts: Fact[];
  done: DoneLists;
  mergedInto: string | null;
  /** The reports that a merge has taken away. */
  merged: string[];
}

/** What a report says, and the case that it belongs to when it opens none. */
export type Told = Partial<CaseOpening> & { joins?: string };

/** The row of a case that a report has just opened. */
export function newRow(told: Partial<CaseOpening>): Row {
  const opening: CaseOpening = {
    kind: 'problem',
    departmentId: 'roads',
    categoryId: 'pothole',
    danger: 2,
    emergency: 'none',
    openedAt: activityInfo().scheduledTimestampMs,
    ...told,
  };
  const done = { commands: [], events: [] };
  return { opening, members: [], state: null, facts: [], done, mergedInto: null, merged: [] };
}

export function summaryOf(members: Member[]): Members {
  const declared = members.map(({ emergency }) => emergency);
  return {
    members: members.length,
    alarms: members.filter(({ emergency, moved }) => emergency !== 'none' && !moved).length,
    emergency: (['injured', 'imminent'] as const).find((one) => declared.includes(one)) ?? 'none',
    danger: Math.max(1, ...members.map(({ danger }) => danger)) as Danger,
  };
}
