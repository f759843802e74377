import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { getExternalWorkflowHandle, ParentClosePolicy, startChild } from '@temporalio/workflow';
import {
  caseOverSignal,
  emergencyUpdateSignal,
  emergencyWorkflowId,
  type ForwardOf,
  recallSignal,
} from '../emergency/messages';
import type { CaseLife, ForwardOrder } from './life';

/** Tells the emergency children, in order, what the case decided about its forwards. */
export async function carryOutOrders(life: CaseLife): Promise<void> {
  for (let order = life.orders.shift(); order; order = life.orders.shift()) {
    await carryOut(order, life);
  }
}

async function carryOut({ what, forwardNumber }: ForwardOrder, life: CaseLife): Promise<void> {
  const forward = { caseId: life.caseId, forwardNumber };
  const child = getExternalWorkflowHandle(emergencyWorkflowId(forward));
  switch (what) {
    case 'start':
      await begin(forward);
      return;
    case 'update':
      if (!(await reached(child.signal(emergencyUpdateSignal, { members: life.state.members })))) {
        await begin(forward);
      }
      return;
    case 'recall':
      await reached(child.signal(recallSignal));
      return;
    case 'over':
      await reached(child.signal(caseOverSignal));
  }
}

/** Starts a forward beside the case, unless it runs already. The case's end or next run must not end it. */
async function begin(forward: ForwardOf): Promise<void> {
  try {
    await startChild('emergencyWorkflow', {
      workflowId: emergencyWorkflowId(forward),
      parentClosePolicy: ParentClosePolicy.ABANDON,
      args: [forward],
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
