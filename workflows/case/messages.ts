import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Command } from '../../domain/case/commands';
import type { ForwardFactName } from '../../domain/case/facts';
import type { CaseState } from '../../domain/case/state';
import type { Emergency } from '../../domain/vocabulary';

/** The contract of a case: one place for workflow and API. Ids and codes only. */
export const caseWorkflowId = (caseId: string) => `case-${caseId}`;

/** A fresh case, or where an earlier run (continue-as-new, reopening, reconcile) left off. */
export interface CaseInput {
  caseId: string;
  state?: CaseState;
  /** Commands and acts already carried out, the last 200 with what they answered. */
  done?: Done[];
}

export interface Done extends CommandResult {
  /** Command id, act id or news id. */
  id: string;
}

export interface CommandResult {
  version: number;
  status: CaseState['status'];
}

/** A staff command. An illegal one is refused by the validator with the error code as failure type. */
export const commandUpdate = defineUpdate<CommandResult, [Command]>('command');

/** Coalesced: "there are members that you have not read yet", never one signal a member. */
export const membersSignal = defineSignal<[{ emergency: Emergency }]>('members');

/** A member's rating, words, photo or "not fixed", written as a row first. */
export interface MemberAct {
  actId: string;
  reportId: string;
  kind: 'rating' | 'words' | 'photo' | 'not-fixed';
}
export const memberActSignal = defineSignal<[MemberAct]>('memberAct');

/** The emergency child reports back; `newsId` tells a repeated signal from fresh news. */
export interface ForwardNews {
  newsId: string;
  forwardNumber: number;
  name: ForwardFactName;
  agencyId: string | null;
  /** The nth call, from 0: the same agency is called again every round. */
  attempt: number;
}
export const forwardSignal = defineSignal<[ForwardNews]>('forward');

/** A policy, calendar or roster changed: plan the clocks again. */
export const policyChangedSignal = defineSignal('policyChanged');

/** Another case was merged into this one; its repair deadline may be the earlier. */
export const absorbedSignal = defineSignal<[{ caseId: string; repairDueAt: number | null }]>('absorbed');

export const stateQuery = defineQuery<CaseState>('state');
