import {
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { CommandCase, Outcome } from '../activities/dependencies';
import type { Command } from '../domain/case/commands';
import { type ErrorCode, errorCodes } from '../domain/errors';
import type { RoundCommand } from '../domain/round/commands';
import { type CommandResult, caseWorkflowId, commandUpdate } from '../workflows/case/messages';
import { type RoundResult, roundCommandUpdate, roundWorkflowId } from '../workflows/round/messages';
import { caseStart, roundStart, type Temporal } from './starter';

export type CommandOutcome = Outcome<CommandResult>;

interface Patience {
  timeoutMs?: number;
}

/**
 * Gives a staff command to its case. The update's id is the command's, so that a repeated command acts
 * once. Where the case's workflow has ended it starts from its snapshot and decides.
 * @returns `not-confirmed-yet` when nobody answered in `timeoutMs`: repeat with the same command id
 */
export const sendCommand = (
  temporal: Temporal,
  caseId: string,
  command: Command,
  patience: Patience = {},
): Promise<CommandOutcome> =>
  order(
    temporal,
    patience,
    () => update(temporal, caseId, command),
    () => updateWithStart(temporal, caseId, command),
  );

/** Says something to a dispatched round, likewise. */
export const sendRoundCommand = (
  temporal: Temporal,
  roundId: string,
  command: RoundCommand,
  patience: Patience = {},
): Promise<Outcome<RoundResult>> => {
  const options = { updateId: command.commandId, args: [command] as [RoundCommand] };
  const { workflow } = temporal.client;
  return order(
    temporal,
    patience,
    () => workflow.getHandle(roundWorkflowId(roundId)).executeUpdate(roundCommandUpdate, options),
    () =>
      workflow.executeUpdateWithStart(roundCommandUpdate, {
        ...options,
        startWorkflowOperation: new WithStartWorkflowOperation('roundWorkflow', {
          ...roundStart(roundId),
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      }),
  );
};

/** How a round's activity commands a case; longer than people wait, since nobody looks on. */
export const createCommands =
  (temporal: Temporal): CommandCase =>
  (caseId, command) =>
    sendCommand(temporal, caseId, command, { timeoutMs: 10_000 });

/** An order to a workflow; `begin` where it does not run. */
async function order<Result>(
  { client }: Temporal,
  { timeoutMs = 3000 }: Patience,
  give: () => Promise<Result>,
  begin: () => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    const result = await client.withDeadline(Date.now() + timeoutMs, () =>
      give().catch((error) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        return begin();
      }),
    );
    return { outcome: 'done', result };
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) {
      return { outcome: 'refused', code: codeOf(error.cause) };
    }
    if (isUnanswered(error)) return { outcome: 'not-confirmed-yet' };
    throw error;
  }
}

const update = ({ client }: Temporal, caseId: string, command: Command): Promise<CommandResult> =>
  client.workflow
    .getHandle(caseWorkflowId(caseId))
    .executeUpdate(commandUpdate, { updateId: command.commandId, args: [command] });

async function updateWithStart(
  { client, db }: Temporal,
  caseId: string,
  command: Command,
): Promise<CommandResult> {
  const startWorkflowOperation = new WithStartWorkflowOperation('caseWorkflow', {
    ...(await caseStart(db, caseId)),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return client.workflow.executeUpdateWithStart(commandUpdate, {
    updateId: command.commandId,
    args: [command],
    startWorkflowOperation,
  });
}

function codeOf(cause: unknown): ErrorCode {
  const type = cause instanceof ApplicationFailure ? cause.type : undefined;
  return errorCodes.find((code) => code === type) ?? 'unexpected';
}

/** No worker in time, or no server: the command may or may not arrive. */
const isUnanswered = (error: unknown) =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  error instanceof ServiceError ||
  isGrpcServiceError(error);
