import { lockRound, restoreStops } from '../../../activities/round/projection';
import { Round, RoundStop } from '../../../db/entities';
import { readPool } from '../../../db/views/round-pool';
import { DomainError } from '../../../domain/errors';
import type { StopTask } from '../../../domain/round/state';
import type { Deps } from '../../http/deps';

/**
 * Keeps a case for a round that is under way, before the round is told of it: a draft lets it go, another round that
 * is under way does not. Repeating it is harmless.
 * @returns what the crew is sent for
 * @throws DomainError `already-in-round`; `illegal-transition` where no crew can be sent to the case now
 */
export const reserveCase = ({ db }: Deps, roundId: string, caseId: string): Promise<StopTask> =>
  db.transaction(async (tx) => {
    const row = await lockRound(tx, roundId);
    if (row.status !== 'dispatched') throw new DomainError('round-over');
    const { departmentId, crewId } = row;
    const asked = { departmentId, crewId, roundId, onTheWay: true, among: [caseId] };
    const [found] = await readPool(tx, asked);
    if (!found) {
      const held = await tx
        .getRepository(RoundStop)
        .createQueryBuilder('s')
        .innerJoin(Round, 'r', 'r.id = s.roundId')
        .where(`s.caseId = :caseId AND s.status IN ('planned','arrived') AND r.status = 'dispatched'`, {
          caseId,
        })
        .getExists();
      throw new DomainError(held ? 'already-in-round' : 'illegal-transition');
    }
    await tx.query(
      `DELETE FROM round_stop s USING round r WHERE r.id = s.round_id AND r.status = 'draft' AND s.case_id = $1`,
      [caseId],
    );
    await tx.query(
      `INSERT INTO round_stop (round_id, case_id, position, task, inserted, status)
       VALUES ($1, $2, (SELECT count(*) FROM round_stop WHERE round_id = $1), $3, true, 'planned')
       ON CONFLICT (round_id, case_id) DO UPDATE SET status = 'planned', task = $3
         WHERE round_stop.status IN ('not-possible', 'returned')`,
      [roundId, caseId, found.task],
    );
    return found.task;
  });

/** The round refused the case: its rows are as its workflow left them. */
export const letGo = ({ db }: Deps, roundId: string): Promise<void> =>
  db.transaction(async (tx) => restoreStops(tx, await lockRound(tx, roundId)));
