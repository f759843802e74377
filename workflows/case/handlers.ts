import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { Command } from '../../domain/case/commands';
import { check } from '../../domain/case/transitions';
import type { Clerk } from './clerk';
import type { CaseLife } from './life';
import {
  absorbedSignal,
  commandUpdate,
  forwardSignal,
  memberActSignal,
  membersSignal,
  policyChangedSignal,
  stateQuery,
} from './messages';

/** Wires the messages of a case to its life. A handler changes the state before it waits for anything. */
export function receive(life: CaseLife, clerk: Clerk): void {
  setHandler(
    commandUpdate,
    async (command) => {
      if (!life.loaded) {
        await condition(() => life.loaded);
        refuseIllegal(life, command);
      }
      const done = life.done.find(command.commandId);
      const result = done ?? life.command(command);
      await clerk.has(result.version);
      return result;
    },
    { validator: (command) => refuseIllegal(life, command) },
  );
  setHandler(membersSignal, ({ emergency }) => life.membersWait(emergency));
  setHandler(memberActSignal, (act) => void life.happen({ name: 'act', ...act }, act.actId));
  setHandler(forwardSignal, ({ newsId, name: news, ...told }) => {
    life.happen({ name: 'forward', news, ...told }, newsId);
  });
  setHandler(policyChangedSignal, () => {
    life.replan = true;
  });
  setHandler(absorbedSignal, (absorbed) => {
    life.happen({ name: 'absorbed', ...absorbed }, absorbed.caseId);
  });
  setHandler(stateQuery, () => life.state);
}

/** The validator: synchronous, so that it really rejects. A command already carried out is answered again. */
function refuseIllegal(life: CaseLife, command: Command): void {
  if (!life.loaded || life.done.find(command.commandId)) return;
  const code = check(life.state, command);
  if (code) throw ApplicationFailure.nonRetryable(code, code);
}
