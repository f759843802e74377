import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { ErrorCode } from '../../domain/errors';
import type { RoundCommand } from '../../domain/round/commands';
import type { RoundState } from '../../domain/round/state';

/** The contract of a round: one place for workflow and API. Ids and codes only. */
export const roundWorkflowId = (roundId: string) => `round-${roundId}`;

/** The id alone: the round looks up what the database has of it. The rest is for its next run. */
export interface RoundInput {
  roundId: string;
  state?: RoundState;
  done?: RoundDone[];
}

/** `refused`: the code with which the case did not take what the round did; the round has done it all the same. */
export interface RoundResult {
  version: number;
  refused: ErrorCode | null;
}

export interface RoundDone extends RoundResult {
  id: string;
}

/**
 * What crew or coordinator say. The update's id is the command's. An illegal one is refused by the validator with
 * the error code as failure type; the answer comes once the case has answered too.
 */
export const roundCommandUpdate = defineUpdate<RoundResult, [RoundCommand]>('roundCommand');

export const roundStateQuery = defineQuery<RoundState>('roundState');
