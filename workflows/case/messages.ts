import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Command } from '../../domain/case/commands';
import type { Fact } from '../../domain/case/facts';
import type { Absorbed, News } from '../../domain/case/joining';
import type { Actor, CaseState } from '../../domain/case/state';
import type { Outcome } from '../../domain/vocabulary';

/** The contract of a case: one place for workflow and API. Ids and codes only. */
export const caseWorkflowId = (caseId: string) => `case-${caseId}`;

/** The id alone: the case looks up what the database has of it. The rest is for its next run. */
export interface CaseInput {
  caseId: string;
  state?: CaseState;
  done?: DoneLists;
  unsaid?: Unsaid;
}

/** What a run that was busy to its end leaves for the next to write down and to read. */
export interface Unsaid {
  /** The version that the database has. */
  projected: number;
  facts: Fact[];
  unread: boolean;
  replan: boolean;
}

/** What was carried out already, the last two hundred of each, so that a repetition acts once. */
export interface DoneLists {
  commands: Done[];
  /** Acts, absorbed cases and news. */
  events: Done[];
}

export interface Done extends CommandResult {
  id: string;
}

export interface CommandResult {
  version: number;
  status: CaseState['status'];
}

/** A staff command. An illegal one is refused by the validator with the error code as failure type. */
export const commandUpdate = defineUpdate<CommandResult, [Command]>('command');

/** Coalesced: "there are members that you have not read yet", never one signal a member. */
export const membersSignal = defineSignal('members');

/** A member's rating, words, photo or "not fixed", written as a row first. */
export interface MemberAct {
  actId: string;
  reportId: string;
  kind: 'rating' | 'words' | 'photo' | 'not-fixed';
}
export const memberActSignal = defineSignal<[MemberAct]>('memberAct');

/** An emergency forward reports back; `newsId` tells a repeated signal from fresh news. */
export const forwardSignal = defineSignal<[News]>('forward');

/** Whoever found that the case's forward does not run: the case begins it again. */
export const forwardLostSignal = defineSignal('forwardLost');

/** A policy, calendar or roster changed: plan the clocks again. */
export const policyChangedSignal = defineSignal('policyChanged');

/** Another case was merged into this one. */
export const absorbedSignal = defineSignal<[Absorbed]>('absorbed');

/** A case that was part of this one is its own again; `unmergeId` tells a repeated word from another undo. */
export const unabsorbedSignal = defineSignal<[{ caseId: string; unmergeId: string }]>('unabsorbed');

/** Whoever was asked has answered, in a row written first. */
export const answeredSignal =
  defineSignal<[{ questionId: string; messageId: string; actor: Actor; at?: number }]>('answered');

/** A part of this case is over. */
export const partEndedSignal = defineSignal<[{ caseId: string; outcome: Outcome }]>('partEnded');

export const stateQuery = defineQuery<CaseState>('state');
