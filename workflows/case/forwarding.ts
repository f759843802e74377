import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { getExternalWorkflowHandle, ParentClosePolicy, sleep, startChild } from '@temporalio/workflow';
import {
  caseOverSignal,
  emergencyUpdateSignal,
  emergencyWorkflowId,
  recallSignal,
} from '../emergency/messages';
import type { CaseLife, ForwardOrder } from './life';

/** Tells the emergency child, in order, what the case decided about its forward. */
export async function carryOutOrders(life: CaseLife): Promise<void> {
  for (let order = life.orders.shift(); order; order = life.orders.shift()) {
    await carryOut(order, life);
  }
}

async function carryOut(order: ForwardOrder, life: CaseLife): Promise<void> {
  const child = getExternalWorkflowHandle(emergencyWorkflowId(life.caseId));
  switch (order) {
    case 'ensure':
      await begin(life.caseId);
      return;
    case 'start':
      // After a recall the former forward may still be saying its Cancel.
      while (!(await begin(life.caseId))) await sleep('2 seconds');
      return;
    case 'update':
      if (!(await reached(child.signal(emergencyUpdateSignal, { members: life.state.members })))) {
        await begin(life.caseId);
      }
      return;
    case 'recall':
      await reached(child.signal(recallSignal));
      return;
    case 'over':
      await reached(child.signal(caseOverSignal));
  }
}

/** Starts the forward beside the case; false when it runs already. The case's end or next run must not end it. */
async function begin(caseId: string): Promise<boolean> {
  try {
    await startChild('emergencyWorkflow', {
      workflowId: emergencyWorkflowId(caseId),
      parentClosePolicy: ParentClosePolicy.ABANDON,
      args: [{ caseId }],
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
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
