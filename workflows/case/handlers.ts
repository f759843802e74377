import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { Command } from '../../domain/case/commands';
import type { Clerk } from './clerk';
import type { CaseLife } from './life';
import {
  absorbedSignal,
  answeredSignal,
  type CommandResult,
  commandUpdate,
  forwardLostSignal,
  forwardSignal,
  memberActSignal,
  membersSignal,
  partEndedSignal,
  policyChangedSignal,
  stateQuery,
  unabsorbedSignal,
} from './messages';

/** Wires the messages of a case to its life. A handler changes the state before it waits for anything. */
export function receive(life: CaseLife, clerk: Clerk): void {
  setHandler(
    commandUpdate,
    async (command) => {
      if (!life.loaded) await condition(() => life.loaded);
      life.catchUp();
      refuseIllegal(life, command);
      const result = life.answered(command.commandId) ?? life.command(command);
      await clerk.has(result.version);
      return movesMembers(command) ? movedResult(life, clerk, command) : result;
    },
    { validator: (command) => refuseIllegal(life, command) },
  );
  setHandler(membersSignal, () => {
    life.unread = true;
  });
  setHandler(memberActSignal, (act) => {
    if (life.loaded) life.catchUp();
    life.happen({ name: 'act', ...act }, act.actId);
  });
  setHandler(forwardSignal, (news) => void life.happen({ name: 'forward', ...news }, news.newsId));
  setHandler(forwardLostSignal, () => {
    if (life.loaded) life.ensureForward();
  });
  setHandler(policyChangedSignal, () => {
    life.replan = true;
  });
  setHandler(absorbedSignal, (other) => void life.happen({ name: 'absorbed', ...other }, other.mergeId));
  setHandler(
    unabsorbedSignal,
    (other) => void life.happen({ name: 'unabsorbed', ...other }, other.unmergeId),
  );
  setHandler(answeredSignal, (answer) => {
    // What was given in time counts, however late the case hears of it.
    life.happen({ name: 'answered', ...answer }, answer.messageId);
  });
  setHandler(partEndedSignal, (part) => void life.happen({ name: 'part-ended', ...part }));
  setHandler(stateQuery, () => life.state);
}

/** The validator: synchronous, so that it really rejects. */
function refuseIllegal(life: CaseLife, command: Command): void {
  const code = life.loaded ? life.refusal(command) : null;
  if (code) throw ApplicationFailure.nonRetryable(code, code);
}

const movesMembers = ({ name }: Command) => name === 'merge' || name === 'split' || name === 'unmerge';

/**
 * Done when the members have moved; it may turn out that they cannot. Either is answered when it is written down: the
 * words of an order that left no trace are taken away.
 */
async function movedResult(life: CaseLife, clerk: Clerk, { commandId }: Command): Promise<CommandResult> {
  await condition(() => life.moving?.commandId !== commandId);
  const result = life.answered(commandId) ?? life.state;
  await clerk.has(result.version);
  const code = life.refusals.get(commandId);
  if (code) throw ApplicationFailure.nonRetryable(code, code);
  return { version: result.version, status: result.status };
}
