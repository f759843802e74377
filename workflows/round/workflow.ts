import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import { wakeAt } from '../../domain/round/time';
import { glance, quick } from '../proxies';
import { RoundClerk } from './clerk';
import { receive } from './handlers';
import { RoundLife } from './life';
import type { RoundInput } from './messages';
import type { RoundPorts } from './ports';

const { recordRound, commandCase, archiveHistory } = proxyActivities<RoundPorts>(quick);
const { loadRound } = proxyLocalActivities<RoundPorts>(glance);

/** More than anybody says to a crew in a shift, and well below what the server takes in one run. */
const maxUpdates = 500;

/**
 * A crew's stops from their dispatch to the end of the shift. What happens to the round is decided in domain/round;
 * here it hears the crew, tells the cases, and waits for the end of the shift.
 */
export async function roundWorkflow(input: RoundInput): Promise<void> {
  const life = new RoundLife(input);
  const clerk = new RoundClerk(life, { recordRound, commandCase });
  receive(life, clerk);
  if (life.loaded) clerk.knows(life.state.version);
  else {
    const loaded = await loadRound(input.roundId);
    life.load(loaded);
    if (loaded.snapshot) clerk.knows(loaded.snapshot.state.version);
  }
  void clerk.serve();

  const atRest = () => clerk.idle && allHandlersFinished();
  const isTired = () => workflowInfo().continueAsNewSuggested || life.updates >= maxUpdates;
  const mayEnd = () => atRest() && (life.over || isTired());
  let archived: number | null = null;
  for (;;) {
    if (clerk.failure !== null) throw clerk.failure;
    life.catchUp();
    if (!mayEnd()) await news();
    else if (archived === null || (life.over && archived !== life.state.version)) {
      archived = life.state.version;
      await archive();
    } else if (life.over) return;
    else {
      const { state, done } = life;
      await continueAsNew<typeof roundWorkflow>({ roundId: input.roundId, state, done });
    }
  }

  /** Until something has to be done, or an instant has come. */
  async function news(): Promise<void> {
    const { version } = life.state;
    const stirred = () => life.state.version !== version || mayEnd() || clerk.failure !== null;
    const now = Date.now();
    const wake = wakeAt(life.state, now);
    if (wake === null) await condition(stirred);
    else await condition(stirred, Math.max(1, wake - now));
  }
}

async function archive(): Promise<void> {
  const { workflowId, runId } = workflowInfo();
  await archiveHistory({ workflowId, runId });
}
