import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../http';
import type { Staff } from '../staff';
import type { Cast, Team } from './cast';
import type { Citizen } from './citizens';
import type { Story } from './stories';

/** A case as the players know it. */
export interface OpenCase {
  caseId: string;
  categoryId: string;
  departmentId: string;
}

/** One thing that one person does; the turns of a case come one after the other. */
export interface Turn {
  name: string;
  /** Not before this instant of the wall; 0: as soon as the turn before is over. */
  notBefore: number;
  /** So long after the turn before, in milliseconds: a citizen's word travels. */
  pause: number;
  /** Of several cases the one with the earliest goes first. */
  due: number;
  run(): Promise<unknown>;
}

/** What follows a repair, and what prepares one that never comes, waits while there is more pressing work. */
const PATIENCE_MS = 300_000;
/** From the tracking page to the case. */
const TRAVEL_MS = 1500;

/** Everything that happens to a case after its opening, in order. */
export function turnsOf(story: Story, of: OpenCase, cast: Cast, citizen: Citizen): Turn[] {
  const { repairAt } = story;
  return repairAt === null
    ? preparation(story, of, cast)
    : [
        ...preparation(story, of, cast),
        repaired(of, cast, repairAt),
        ...afterwards(story, of, cast, citizen, repairAt + PATIENCE_MS),
      ];
}

/** Soon after the opening, the deadline of the file first: it is the earliest thing that can be missed. */
function preparation({ openAt, repairAt, deadline }: Story, of: OpenCase, cast: Cast): Turn[] {
  const { coordinator, technician, crewId } = teamOf(cast, of);
  const due = Math.min(repairAt ?? openAt + PATIENCE_MS, deadline ?? Number.POSITIVE_INFINITY);
  const turn = (by: Staff, name: string, details: object = {}) => command(of, by, name, details, { due });
  const imported = { dueAt: deadline, note: 'Deadline of the replayed file' };
  return [
    ...(deadline === null ? [] : [turn(cast.admin, 'import-deadline', imported)]),
    turn(cast.operator, 'verify'),
    turn(coordinator, 'accept'),
    turn(coordinator, 'assign', { assignee: { kind: 'crew', id: crewId } }),
    turn(technician, 'start'),
  ];
}

/** At the instant when the city closed it. */
function repaired(of: OpenCase, cast: Cast, at: number): Turn {
  const { technician, crewId } = teamOf(cast, of);
  const materials = [{ material: 'Cold asphalt', quantity: 25, unit: 'kg' }];
  const done = { crewId, procedure: 'As the city recorded it', hours: 1, cost: 40, materials };
  return command(of, technician, 'mark-repaired', done, { notBefore: at, due: at });
}

function afterwards(
  { citizen: part }: Story,
  of: OpenCase,
  cast: Cast,
  citizen: Citizen,
  due: number,
): Turn[] {
  const { coordinator, technician } = teamOf(cast, of);
  const right = { categoryRight: true, dangerRight: true, descriptionRight: true, timely: true };
  const judged = { real: true, categoryId: of.categoryId, danger: 1, ...right };
  const refused = { reopen: false, note: 'The city recorded it as done' };
  // Once it is qualified, the citizen's window is open, and it closes: nothing else comes first.
  const soon = 0;
  const act = (name: string, run: () => Promise<unknown>): Turn => ({
    ...{ name, due: soon, run },
    notBefore: 0,
    // The case asks for the rating in the step after the qualification.
    pause: TRAVEL_MS,
  });
  const { stars } = part;
  const acts = [
    ...(stars === null ? [] : [act('rate', () => citizen.rate(stars))]),
    ...(part.words ? [act('words', () => citizen.write('Thank you, it holds so far.'))] : []),
    ...(part.notFixed ? [act('not-fixed', () => citizen.notFixed('It is broken again.'))] : []),
  ];
  const pause = acts.length > 0 ? TRAVEL_MS : 0;
  return [
    command(of, technician, 'qualify', judged, { due }),
    ...acts,
    ...(part.notFixed
      ? [onceAsked(command(of, cast.operator, 'decide-reopen', refused, { due: soon, pause }))]
      : []),
    command(of, coordinator, 'close', { outcome: 'repaired' }, { due: soon, pause }),
  ];
}

function command(
  { caseId }: OpenCase,
  by: Staff,
  name: string,
  details: object,
  when: { due: number; notBefore?: number; pause?: number },
): Turn {
  // The same id whenever it has to be repeated.
  const commandId = randomUUID();
  return {
    ...{ notBefore: 0, pause: 0, ...when },
    name,
    run: () => by.command(caseId, { name, commandId, ...details }),
  };
}

/** The request to reopen travels by signal: staff decide it when they see it. */
function onceAsked(turn: Turn): Turn {
  const run = async () => {
    for (let tries = 0; ; tries++) {
      try {
        return await turn.run();
      } catch (error) {
        const early = error instanceof Refused && error.code === 'no-reopen-request';
        if (!early || tries === 30) throw error;
        await sleep(1000);
      }
    }
  };
  return { ...turn, run };
}

function teamOf({ teams }: Cast, { departmentId }: OpenCase): Team {
  const team = teams.get(departmentId);
  if (!team) throw new Error(`No team plays the department ${departmentId}.`);
  return team;
}
