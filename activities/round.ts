import { ApplicationFailure } from '@temporalio/activity';
import { Case, Round, RoundStop } from '../db/entities';
import { DomainError } from '../domain/errors';
import type { Standing } from '../domain/round/errands';
import { hasWork } from '../domain/round/errands';
import type { RoundPorts } from '../workflows/round/ports';
import { createArchive } from './archive';
import type { CommandCase, Dependencies } from './dependencies';
import { withFailureCodes } from './failures';
import { saidToRound } from './round/carried-out';
import { lockRound, projectRound } from './round/projection';

/** What a round's workflow asks of the world. */
export function createRoundActivities(
  dependencies: Omit<Dependencies, 'signals'> & { commandCase: CommandCase },
): RoundPorts {
  const { db, commandCase } = dependencies;

  const standing = (id: string): Promise<Standing | null> =>
    db
      .getRepository(Case)
      .findOne({ select: { id: true, status: true, safety: true, crewId: true }, where: { id } });

  return withFailureCodes<RoundPorts>({
    async loadRound(roundId) {
      const row = await db.getRepository(Round).findOneBy({ id: roundId });
      if (!row?.dispatchedBy) throw new DomainError('not-found');
      const stops = await db
        .getRepository(RoundStop)
        .find({ where: { roundId, status: 'planned' }, order: { position: 'ASC' } });
      const { crewId, dispatchedBy, shiftTo, snapshot } = row;
      return {
        opening: {
          ...{ roundId, crewId, dispatchedBy, shiftTo: shiftTo.getTime() },
          stops: stops.map(({ caseId, task }) => ({ caseId, task })),
        },
        snapshot,
        done: await saidToRound(db, roundId),
      };
    },

    recordRound: (record) =>
      db.transaction(async (tx) => projectRound(tx, await lockRound(tx, record.state.roundId), record)),

    async commandCase({ crewId, caseId, command }) {
      const before = await standing(caseId);
      if (!before) return { refused: 'not-found', ours: false };
      // What the crew has need not be given to it, and nobody told of it again.
      if (command.name === 'assign' && hasWork(crewId, command, before)) return { refused: null, ours: true };
      const answer = await commandCase(caseId, command);
      if (answer.outcome === 'done') return { refused: null, ours: true };
      const code = answer.outcome === 'refused' ? answer.code : answer.outcome;
      // Nobody has said no: the case is asked again.
      if (code === 'not-confirmed-yet' || code === 'unexpected')
        throw ApplicationFailure.retryable(code, code);
      const after = await standing(caseId);
      return { refused: code, ours: after !== null && hasWork(crewId, command, after) };
    },

    archiveHistory: createArchive(dependencies),
  });
}
