import type { Command, CommandBase } from '../case/commands';
import type { CaseStatus, Safety, UnassignReason } from '../vocabulary';
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
export const begin = ({ crewId }: Of, { caseId, task }: About, base: CommandBase): Errand[] =>
  task === 'repair' ? [{ caseId, command: { ...base, ofCrew: crewId, name: 'start' } }] : [];

/** The work is done. */
export function finish(
  { crewId }: Of,
  { caseId, task }: About,
  { repairId, photoId }: Pick<Extract<RoundCommand, { name: 'done' }>, 'repairId' | 'photoId'>,
  base: CommandBase,
): Errand {
  if (task === 'make-safe') return { caseId, command: { ...base, name: 'made-safe', photoId } };
  return { caseId, command: { ...base, ofCrew: crewId, name: 'mark-repaired', repairId: repairId ?? '' } };
}

/** The work waits for a crew again. An order to make a place safe stands until somebody has carried it out. */
export const giveBack = (
  { roundId, crewId }: Of,
  { caseId, task }: About,
  reason: UnassignReason,
  base: CommandBase,
): Errand[] =>
  task === 'repair'
    ? [{ caseId, command: { ...base, ofCrew: crewId, name: 'unassign', reason, roundId } }]
    : [];

/** How a case stands, as far as a round asks. */
export interface Standing {
  status: CaseStatus;
  safety: Safety;
  /** The crew that has the repair. */
  crewId: string | null;
}

/** Has the crew the work that a command is about? An order to make a place safe is for whoever comes first. */
export const hasWork = (crewId: string, { name }: Pick<Command, 'name'>, standing: Standing): boolean =>
  name === 'make-safe' || name === 'made-safe'
    ? standing.safety === 'ordered'
    : (standing.status === 'assigned' || standing.status === 'working') && standing.crewId === crewId;
