import { Round, RoundStop } from '../../../db/entities';
import { DomainError } from '../../../domain/errors';
import { startRoundWorkflow } from '../../../temporal/starter';
import { refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import { lockDraft } from './draft';

/** The answer does not wait longer for Temporal: the sweep starts what is dispatched. */
const patienceMs = 3000;

/**
 * Hands a draft over to its crew: the row first, then the workflow.
 * @throws DomainError `shift-over`; `invalid-input` where there is nothing to do; `conflict` where it is no draft
 */
export async function dispatchRound({ db, temporal, log }: Deps, id: string, userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockDraft(tx, id);
    if (row.shiftTo.getTime() <= Date.now()) throw new DomainError('shift-over');
    if (!(await tx.existsBy(RoundStop, { roundId: id }))) throw refusal({ stops: 'required' });
    const dispatched = { status: 'dispatched' as const, dispatchedAt: new Date(), dispatchedBy: userId };
    await tx.update(Round, { id }, dispatched);
  });
  await temporal
    .withDeadline(Date.now() + patienceMs, () => startRoundWorkflow({ client: temporal, db }, id))
    .catch(() => log.warn('a round waits to be started'));
}
