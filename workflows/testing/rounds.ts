import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { ErrorCode } from '../../domain/errors';
import type { RoundCommand, RoundCommandName } from '../../domain/round/commands';
import { hasWork } from '../../domain/round/errands';
import type { RoundFact, RoundFactName } from '../../domain/round/facts';
import type { RoundOpening } from '../../domain/round/open';
import type { RoundState, StopTask } from '../../domain/round/state';
import { caseWorkflowId, commandUpdate } from '../case/messages';
import { type RoundDone, type RoundResult, roundCommandUpdate, roundWorkflowId } from '../round/messages';
import type { RoundPorts, RoundSnapshot } from '../round/ports';
import { hour, type Stage } from './stage';
import type { World } from './world';

/** A round as the database would have it. */
export interface RoundRow {
  opening: RoundOpening;
  snapshot: RoundSnapshot | null;
  facts: RoundFact[];
}

/** The rounds' ports in memory; the cases are the real workflows. */
export function roundPorts(world: World): Omit<RoundPorts, 'archiveHistory'> {
  return {
    loadRound: async (roundId) => {
      const { opening, snapshot, facts } = rowOf(world, roundId);
      const done: RoundDone[] = facts.flatMap(({ commandId }) =>
        commandId ? [{ id: commandId, version: snapshot?.state.version ?? 0, refused: null }] : [],
      );
      return { opening, snapshot, done };
    },
    recordRound: async ({ facts, ...snapshot }) => {
      const row = rowOf(world, snapshot.state.roundId);
      if (row.snapshot && row.snapshot.state.version >= snapshot.state.version) return;
      row.snapshot = snapshot;
      row.facts.push(...facts);
    },
    commandCase: async ({ crewId, caseId, command }) => {
      const isOurs = () => {
        const { status, safety, assignee } = world.row(caseId).state!;
        return hasWork(crewId, command, { status, safety, crewId: assignee?.id ?? null });
      };
      if (command.name === 'assign' && isOurs()) return { refused: null, ours: true };
      try {
        const handle = world.client.workflow.getHandle(caseWorkflowId(caseId));
        await handle.executeUpdate(commandUpdate, { updateId: command.commandId, args: [command] });
        return { refused: null, ours: isOurs() };
      } catch (error) {
        if (!(error instanceof WorkflowUpdateFailedError)) throw error;
        const { type } = error.cause as ApplicationFailure;
        return { refused: type as ErrorCode, ours: isOurs() };
      }
    },
  };
}

function rowOf({ rounds }: World, roundId: string): RoundRow {
  const row = rounds.get(roundId);
  if (!row) throw new Error(`No round ${roundId}`);
  return row;
}

type Told = { caseId: string };

/** A coordinator hands cases over to a crew, for a shift that ends in so many hours. */
export async function dispatch(
  stage: Stage,
  cases: (Told & { task?: StopTask })[],
  { hours = 6 } = {},
): Promise<string> {
  const roundId = randomUUID();
  const shiftTo = (await stage.now()) + hours * hour;
  const stops = cases.map(({ caseId, task = 'repair' }) => ({ caseId, task }));
  const opening = { roundId, crewId: 'crew', shiftTo, dispatchedBy: 'coordinator', stops };
  stage.world.rounds.set(roundId, { opening, snapshot: null, facts: [] });
  await startRound(stage, roundId);
  const isTaken = () => {
    const { snapshot } = stage.world.rounds.get(roundId)!;
    return snapshot !== null && cases.every(({ caseId }) => stage.state(caseId).assignee?.id === 'crew');
  };
  await stage.until(() => isTaken() || cases.some(({ task }) => task === 'make-safe'));
  return roundId;
}

export const startRound = ({ env, taskQueue }: Stage, roundId: string) =>
  env.client.workflow.start('roundWorkflow', {
    ...{ workflowId: roundWorkflowId(roundId), taskQueue, args: [{ roundId }] },
  });

type Given<Name extends RoundCommandName> = Omit<
  Extract<RoundCommand, { name: Name }>,
  'name' | 'commandId' | 'actor'
>;

/** Crew or coordinator say something; `id` repeats an earlier word. */
export function tell<Name extends RoundCommandName>(
  stage: Stage,
  roundId: string,
  name: Name,
  given: Given<Name>,
  id: string = randomUUID(),
): Promise<RoundResult> {
  const options = { updateId: id, args: [commandOf(name, given, id)] as [RoundCommand] };
  return roundHandle(stage, roundId).executeUpdate(roundCommandUpdate, options);
}

/** As `tell`, but goes on as soon as the round has heard it. */
export async function mention<Name extends RoundCommandName>(
  stage: Stage,
  roundId: string,
  name: Name,
  given: Given<Name>,
  id: string,
): Promise<void> {
  const options = { updateId: id, args: [commandOf(name, given, id)] as [RoundCommand] };
  const waitForStage = 'ACCEPTED' as const;
  await roundHandle(stage, roundId).startUpdate(roundCommandUpdate, { ...options, waitForStage });
}

const commandOf = (name: RoundCommandName, given: object, commandId: string) =>
  ({ name, commandId, actor: { kind: 'user', id: 'technician' }, ...given }) as RoundCommand;

export const roundHandle = ({ env }: Stage, roundId: string) =>
  env.client.workflow.getHandle(roundWorkflowId(roundId));

/** The end of the round's run, whatever time it takes. */
export const roundOver = (stage: Stage, roundId: string) => roundHandle(stage, roundId).result();

export const shiftEnd = ({ world }: Stage, roundId: string): number => rowOf(world, roundId).opening.shiftTo;

/** The round as the world has it. */
export const roundState = ({ world }: Stage, roundId: string): RoundState =>
  rowOf(world, roundId).snapshot!.state;

export const roundFacts = ({ world }: Stage, roundId: string): RoundFactName[] =>
  rowOf(world, roundId).facts.map(({ name }) => name);

/** Carries a new case on until it waits for a crew. */
export async function toAssign(stage: Stage, caseId: string): Promise<void> {
  await stage.command(caseId, 'verify', {});
  await stage.command(caseId, 'accept', {});
}
