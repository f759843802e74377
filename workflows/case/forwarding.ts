import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  condition,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import {
  caseOverSignal,
  emergencyQueueOf,
  emergencyUpdateSignal,
  emergencyWorkflowId,
  type ForwardOf,
  recallSignal,
} from '../emergency/messages';
import type { CaseLife, ForwardOrder } from './life';

/**
 * Tells the emergency forwards, in order, what the case decided about them; by itself, so that nothing else
 * that the case has to do holds up a call for help.
 */
export class Forwarding {
  failure: unknown = null;
  private busy = false;

  constructor(private readonly life: CaseLife) {}

  get idle(): boolean {
    return !this.busy && this.life.orders.length === 0;
  }

  /** Works until the run ends. */
  async serve(): Promise<void> {
    try {
      for (;;) {
        await condition(() => this.life.orders.length > 0);
        this.busy = true;
        const order = this.life.orders.shift();
        if (order) await this.carryOut(order);
        this.busy = false;
      }
    } catch (error) {
      this.failure = error;
    }
  }

  private async carryOut({ what, of }: ForwardOrder): Promise<void> {
    const { state } = this.life;
    const forward = getExternalWorkflowHandle(emergencyWorkflowId(of));
    switch (what) {
      case 'start':
        await begin(of);
        return;
      case 'update': {
        const told = await reached(forward.signal(emergencyUpdateSignal));
        if (!told && state.forward === 'running') await begin(of);
        return;
      }
      case 'recall':
        await reached(forward.signal(recallSignal));
        return;
      case 'over':
        await reached(forward.signal(caseOverSignal));
    }
  }
}

/** Starts a forward beside the case, unless it runs already. The case's end or next run must not end it. */
async function begin(of: ForwardOf): Promise<void> {
  try {
    await startChild('emergencyWorkflow', {
      workflowId: emergencyWorkflowId(of),
      taskQueue: emergencyQueueOf(workflowInfo().taskQueue),
      parentClosePolicy: ParentClosePolicy.ABANDON,
      args: [of],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** A forward that has ended cannot be told, and need not be. */
async function reached(signal: Promise<void>): Promise<boolean> {
  try {
    await signal;
    return true;
  } catch {
    return false;
  }
}
