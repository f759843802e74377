import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import { wakeAt } from '../../domain/case/time';
import { glance, long, quick } from '../proxies';
import { Clerk } from './clerk';
import { Forwarding } from './forwarding';
import { receive } from './handlers';
import { CaseLife } from './life';
import type { CaseInput } from './messages';
import { dueNotice, noticeKey } from './notice';
import type { CasePorts } from './ports';

const { recordCase, closeCase, archiveHistory } = proxyActivities<CasePorts>(quick);
const { tellMembers, mergeCase, partMembers } = proxyActivities<CasePorts>(long);
const { loadCase, readMembers, planClocks, planPauses } = proxyLocalActivities<CasePorts>(glance);

/** The server takes no timer of any length; whoever sleeps longer wakes in between, and sleeps on. */
const longestSleep = 365 * 24 * 3_600_000;

/** More updates than this in one run and the history grows too long. */
const maxUpdates = 2_000;

/**
 * One real-world problem from its opening to its end. What happens to it is decided in domain/case; here it
 * waits for the next instant or message, calls for help, tells its members, and ends when all is said.
 */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  const life = new CaseLife(input);
  const clerk = new Clerk(life, {
    ...{ recordCase, closeCase, readMembers, planClocks, planPauses, mergeCase, partMembers },
  });
  const forwarding = new Forwarding(life);
  receive(life, clerk);
  void clerk.serve();
  void forwarding.serve();
  if (input.unsaid) clerk.knows(input.unsaid.projected);
  if (!life.loaded) {
    const loaded = await loadCase(input.caseId);
    life.load(loaded);
    if (loaded.snapshot) clerk.knows(loaded.snapshot.version);
    life.takeEarly();
  }

  const failure = () => clerk.failure ?? forwarding.failure;
  let told: string | null = null;
  let archived: number | null = null;
  const mustTell = () => clerk.idle && dueNotice(life.state) !== null && told !== noticeKey(life.state);
  const atRest = () => clerk.idle && forwarding.idle && allHandlersFinished();
  const mayLeave = () => clerk.rested && forwarding.idle && allHandlersFinished();
  const ends = () => life.over && !life.state.reopen;
  const isDone = () => ends() && !mustTell() && atRest();
  const isTired = () => !ends() && (workflowInfo().continueAsNewSuggested || life.updates >= maxUpdates);

  for (;;) {
    if (failure() !== null) throw failure();
    life.catchUp();
    if (mustTell()) {
      told = noticeKey(life.state);
      await tell(life);
      continue;
    }
    if (isDone()) {
      if (archived === life.state.version) return;
      archived = life.state.version;
      await archive();
      continue;
    }
    if (isTired()) {
      if (archived === null) {
        archived = life.state.version;
        await archive();
      }
      clerk.resting = true;
      await condition(() => mayLeave() || failure() !== null);
      const { caseId, state, done } = life;
      if (mayLeave()) await continueAsNew<typeof caseWorkflow>({ caseId, state, done, unsaid: clerk.unsaid });
      continue;
    }
    await news();
  }

  /** Until something has to be done, or an instant has come. */
  async function news(): Promise<void> {
    const { version } = life.state;
    const stirred = () =>
      life.state.version !== version || mustTell() || isDone() || isTired() || failure() !== null;
    const wake = wakeAt(life.state);
    if (wake === null) await condition(stirred);
    else await condition(stirred, Math.min(longestSleep, Math.max(1, wake - Date.now())));
  }
}

/** The members hear how the case stands. */
async function tell({ caseId, state }: CaseLife): Promise<void> {
  const notice = dueNotice(state);
  if (notice) await tellMembers({ caseId, cycle: state.cycle, ...notice });
}

async function archive(): Promise<void> {
  const { workflowId, runId } = workflowInfo();
  await archiveHistory({ workflowId, runId });
}
