import { WorkflowNotFoundError } from '@temporalio/client';
import type { EntityManager } from 'typeorm';
import { Forward } from '../../db/entities';
import { hashToken } from '../../db/tokens';
import { DomainError } from '../../domain/errors';
import { acknowledgeSignal, emergencyWorkflowId } from '../../workflows/emergency/messages';
import type { Deps } from '../http/deps';

/** How long an answer link opens the emergency's page. */
const LINK_DAYS = 2;
const SIGNAL_MS = 3000;

export interface Answerable {
  forward: Forward;
  /** Staff have called it off since. */
  recalled: boolean;
}

/**
 * The alert that an answer link is about.
 * @throws DomainError `not-found` for a forged token, `link-expired` for an old one
 */
export async function alertOfToken(deps: Deps, token: string): Promise<Answerable> {
  return answerable(deps, await deps.db.getRepository(Forward).findOneBy({ ackTokenHash: hashToken(token) }));
}

export async function alertOfId(deps: Deps, id: string): Promise<Answerable> {
  return answerable(deps, await deps.db.getRepository(Forward).findOneBy({ id, msgType: 'Alert' }));
}

/** The latest alert of this case to this agency. */
export async function alertOfCase(deps: Deps, caseId: string, agencyId: string): Promise<Answerable> {
  const [latest] = await deps.db.getRepository(Forward).find({
    where: { caseId, agencyId, msgType: 'Alert' },
    order: { sentAt: 'DESC' },
    take: 1,
  });
  return answerable(deps, latest ?? null);
}

async function answerable({ db }: Deps, forward: Forward | null): Promise<Answerable> {
  if (!forward) throw new DomainError('not-found');
  if (Date.now() - forward.sentAt.getTime() > LINK_DAYS * 24 * 3_600_000)
    throw new DomainError('link-expired');
  const { caseId, forwardNumber } = forward;
  const recalled = await db.getRepository(Forward).existsBy({ caseId, forwardNumber, msgType: 'Cancel' });
  return { forward, recalled };
}

/**
 * Records that the agency has it, once, and tells the forward. `alsoRecord` writes what else the first
 * answer leaves behind, in the same transaction. Where Temporal cannot be told now, the
 * forward's next call finds the row and tells it instead of calling anybody.
 * @throws DomainError `link-expired` when it was called off and never acknowledged
 */
export async function acknowledge(
  { db, temporal, log }: Deps,
  { forward, recalled }: Answerable,
  alsoRecord: (tx: EntityManager) => Promise<unknown> = async () => {},
): Promise<void> {
  if (recalled && !forward.acknowledgedAt) throw new DomainError('link-expired');
  await db.transaction(async (tx) => {
    const [, first] = await tx.query(
      'UPDATE forward SET acknowledged_at = now() WHERE id = $1 AND acknowledged_at IS NULL',
      [forward.id],
    );
    if (first > 0) await alsoRecord(tx);
  });
  if (recalled) return;
  try {
    await temporal.withDeadline(Date.now() + SIGNAL_MS, () =>
      temporal.workflow
        .getHandle(emergencyWorkflowId(forward))
        .signal(acknowledgeSignal, { agencyId: forward.agencyId }),
    );
  } catch (error) {
    // A forward that has ended needs no answer any more.
    if (!(error instanceof WorkflowNotFoundError))
      log.warn({ forwardId: forward.id }, 'acknowledgement recorded, the forward not told yet');
  }
}
