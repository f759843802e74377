import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { RoundCommand } from '../../domain/round/commands';
import type { RoundClerk } from './clerk';
import type { RoundLife } from './life';
import { roundCommandUpdate, roundStateQuery } from './messages';

/** Wires the messages of a round to its life. A handler changes the state before it waits for anything. */
export function receive(life: RoundLife, clerk: RoundClerk): void {
  setHandler(
    roundCommandUpdate,
    async (command) => {
      if (!life.loaded) await condition(() => life.loaded);
      life.catchUp();
      refuseIllegal(life, command);
      const { commandId } = command;
      if (!life.answered(commandId)) life.command(command);
      await clerk.answers(commandId);
      const result = life.answered(commandId) ?? { version: life.state.version, refused: null };
      await clerk.has(result.version);
      return result;
    },
    { validator: (command) => refuseIllegal(life, command) },
  );
  setHandler(roundStateQuery, () => life.state);
}

/** The validator: synchronous, so that it really rejects. */
function refuseIllegal(life: RoundLife, command: RoundCommand): void {
  const code = life.loaded ? life.refusal(command) : null;
  if (code) throw ApplicationFailure.nonRetryable(code, code);
}
