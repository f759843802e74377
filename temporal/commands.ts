import {
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Command } from '../domain/case/commands';
import { type ErrorCode, errorCodes } from '../domain/errors';
import { type CommandResult, caseWorkflowId, commandUpdate } from '../workflows/case/messages';
import { caseStart, type Temporal } from './starter';

export type CommandOutcome =
  | { outcome: 'done'; result: CommandResult }
  | { outcome: 'refused'; code: ErrorCode }
  | { outcome: 'not-confirmed-yet' };

/**
 * Gives a staff command to its case. The update's id is the command's, so that a repeated command acts
 * once. Where the case's workflow has ended it starts from its snapshot and decides.
 * @returns `not-confirmed-yet` when nobody answered in `timeoutMs`: repeat with the same command id
 */
export async function sendCommand(
  temporal: Temporal,
  caseId: string,
  command: Command,
  { timeoutMs = 3000 }: { timeoutMs?: number } = {},
): Promise<CommandOutcome> {
  const { client } = temporal;
  try {
    const result = await client.withDeadline(Date.now() + timeoutMs, () =>
      update(temporal, caseId, command).catch((error) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        return updateWithStart(temporal, caseId, command);
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
