import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

/** How long Temporal itself remembers a closed run; the product's own archive has no end. */
const RETENTION = msToTs('30 days');
const GRPC_NOT_FOUND = 5;

/** Whether a Temporal server answers at `address`. */
export async function reachable(address: string): Promise<boolean> {
  // A failed Connection.connect would go on trying in the background; a lazy one can be closed.
  const connection = Connection.lazy({ address, connectTimeout: '2s' });
  try {
    await connection.ensureConnected();
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}

/**
 * Creates the namespace where it is missing and makes its retention at least 30 days.
 * Returns when the server takes calls for it.
 */
export async function ensureNamespace(address: string, namespace: string): Promise<void> {
  const connection = Connection.lazy({ address });
  const service = connection.workflowService;
  try {
    const known = await orNull(service.describeNamespace({ namespace }));
    if (!known) {
      await service.registerNamespace({ namespace, workflowExecutionRetentionPeriod: RETENTION });
    } else if (
      Number(known.config?.workflowExecutionRetentionTtl?.seconds ?? 0) < Number(RETENTION.seconds)
    ) {
      await service.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: RETENTION },
      });
    }
    // A server notices a new namespace only when it next refreshes its memory of them.
    for (let second = 0; second < 30; second++) {
      if (await orNull(service.listWorkflowExecutions({ namespace, pageSize: 1 }))) return;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    throw new Error(`The namespace ${namespace} did not become usable.`);
  } finally {
    await connection.close();
  }
}

/** The answer, or null when the server does not know what was asked for. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === GRPC_NOT_FOUND) return null;
    throw error;
  }
}
