import {
  ActivityFailure,
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
import { carryOutOrders } from './forwarding';
import { receive } from './handlers';
import { CaseLife } from './life';
import type { CaseInput } from './messages';
import { dueNotice, noticeKey } from './notice';
import type { CasePorts } from './ports';

const { recordCase, closeCase, archiveHistory } = proxyActivities<CasePorts>(quick);
const { tellMembers, mergeCase } = proxyActivities<CasePorts>(long);
const { loadCase, readMembers, planClocks, planPauses } = proxyLocalActivities<CasePorts>(glance);

/** More updates than this in one run and the history grows too long. */
const maxUpdates = 2_000;

/**
 * One real-world problem from its opening to its end. What happens to it is decided in domain/case; here it
 * waits for the next instant or message, calls for help, tells its members, and ends when all is said.
 */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  const life = new CaseLife(input);
  const clerk = new Clerk(life, { recordCase, closeCase, readMembers, planClocks, planPauses });
  receive(life, clerk);
  void clerk.serve();
  if (!life.loaded) life.open(await loadCase(input.caseId));
  else if (!workflowInfo().continuedFromExecutionRunId) life.ensureForward();

  let told: string | null = null;
  let archived: number | null = null;
  const mustTell = () => clerk.idle && dueNotice(life.state) !== null && told !== noticeKey(life.state);
  const atRest = () => clerk.idle && life.orders.length === 0 && allHandlersFinished();
  const isDone = () => life.over && !life.state.reopen && !mustTell() && atRest();
  const isTired = () => !life.over && (workflowInfo().continueAsNewSuggested || life.updates >= maxUpdates);

  for (;;) {
    if (clerk.failure !== null) throw clerk.failure;
    while (life.happen({ name: 'time' })) {
      // One thing after another: pauses that ran out, stages, the citizen's window.
    }
    await carryOutOrders(life);
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
      await condition(() => atRest() || life.orders.length > 0 || clerk.failure !== null);
      if (atRest()) {
        await continueAsNew<typeof caseWorkflow>({
          caseId: life.caseId,
          state: life.state,
          done: life.done.list,
        });
      }
      continue;
    }
    await news();
  }

  /** Until something has to be done, or an instant has come. */
  async function news(): Promise<void> {
    const { version } = life.state;
    const stirred = () =>
      life.state.version !== version ||
      life.orders.length > 0 ||
      mustTell() ||
      isDone() ||
      isTired() ||
      clerk.failure !== null;
    const wake = wakeAt(life.state);
    if (wake === null) await condition(stirred);
    else await condition(stirred, Math.max(1, wake - Date.now()));
  }
}

/** A merged case hands its members over; any other tells them how it stands. */
async function tell(life: CaseLife): Promise<void> {
  const { caseId, state } = life;
  const notice = dueNotice(state);
  if (notice && !(notice.outcome === 'merged' && (await handMembersOver(life)))) {
    await tellMembers({ caseId, cycle: state.cycle, ...notice });
  }
}

/** False when the other case has ended in between: then the members stay and hear the outcome. */
async function handMembersOver({ caseId, state, mergedInto }: CaseLife): Promise<boolean> {
  if (mergedInto === null) return true;
  const repair = state.clocks.find(({ kind, cycle }) => kind === 'repair' && cycle === state.cycle);
  const repairDueAt = repair && repair.status !== 'met' ? (repair.plan?.dueAt ?? null) : null;
  try {
    await mergeCase({ caseId, intoCaseId: mergedInto, repairDueAt });
    return true;
  } catch (error) {
    if (error instanceof ActivityFailure) return false;
    throw error;
  }
}

async function archive(): Promise<void> {
  const { workflowId, runId } = workflowInfo();
  await archiveHistory({ workflowId, runId });
}
