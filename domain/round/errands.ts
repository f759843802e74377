import type { Command, CommandBase } from '../case/commands';
import type { UnassignReason } from '../vocabulary';
import type { RoundCommand } from './commands';
import type { RoundState, Stop } from './state';

/** What a round wants of a case. */
export interface Errand {
  caseId: string;
  command: Command;
}

type Of = Pick<RoundState, 'roundId' | 'crewId'>;
type About = Pick<Stop, 'caseId' | 'task'>;

/** The crew gets the work. */
export const take = ({ roundId, crewId }: Of, { caseId, task }: About, base: CommandBase): Errand => ({
  caseId,
  command:
    task === 'repair'
      ? { ...base, name: 'assign', assignee: { kind: 'crew', id: crewId }, roundId }
      : { ...base, name: 'make-safe', crewId },
});

/** The crew is there. Cordoning off begins no repair. */
export const begin = ({ caseId, task }: About, base: CommandBase): Errand[] =>
  task === 'repair' ? [{ caseId, command: { ...base, name: 'start' } }] : [];

/** The work is done. */
export function finish(
  { caseId, task }: About,
  { repairId, photoId }: Pick<Extract<RoundCommand, { name: 'done' }>, 'repairId' | 'photoId'>,
  base: CommandBase,
): Errand {
  if (task === 'make-safe') return { caseId, command: { ...base, name: 'made-safe', photoId } };
  return { caseId, command: { ...base, name: 'mark-repaired', repairId: repairId ?? '' } };
}

/** The work waits for a crew again. An order to make a place safe stands until somebody has carried it out. */
export const giveBack = (
  { roundId, crewId }: Of,
  { caseId, task }: About,
  reason: UnassignReason,
  base: CommandBase,
): Errand[] =>
  task === 'repair' ? [{ caseId, command: { ...base, name: 'unassign', crewId, reason, roundId } }] : [];
