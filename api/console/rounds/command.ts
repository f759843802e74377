import type { Response } from 'express';
import { Photo, type Round, RoundStop } from '../../../db/entities';
import { writeNote } from '../../../db/notes';
import { DomainError } from '../../../domain/errors';
import type { RoundCommand } from '../../../domain/round/commands';
import { sendRoundCommand } from '../../../temporal/commands';
import type { RoundResult } from '../../../workflows/round/messages';
import { refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { prepareCommand } from '../cases/command';
import { removeCommandRows, rowId } from '../cases/command-rows';
import { requireFor } from '../route';
import { currentUser } from '../session/current';
import { roundFor } from './draft';
import { type RoundCommandInput, roundCommandInput } from './input';
import { letGo, reserveCase } from './reserve';

/** Whoever drives says how it goes; who plans says where to. */
const planning: readonly RoundCommandInput['name'][] = ['insert', 'reorder'];

/**
 * Says something to a dispatched round: rows first, then the update, whose id is the command's. The same command id
 * may be sent again and acts once.
 * @throws DomainError with the reason of a refusal; its rows are gone again
 * @throws DomainError `not-confirmed-yet` when nobody answered in time: send it again
 */
export async function tellRound(
  deps: Deps,
  res: Response,
  roundId: string,
  body: unknown,
): Promise<RoundResult> {
  const input = parse(roundCommandInput, body);
  const row = await roundFor(deps, res, roundId, 'round.drive');
  if (planning.includes(input.name)) requireFor(res, 'round.plan', row.departmentId);
  if (row.status === 'draft') throw new DomainError('conflict');
  const command = await prepare(deps, res, row, input);
  const answer = await sendRoundCommand({ client: deps.temporal, db: deps.db }, roundId, command);
  if (answer.outcome === 'done') return answer.result;
  if (answer.outcome === 'not-confirmed-yet') throw new DomainError('not-confirmed-yet');
  if (input.name === 'insert') await letGo(deps, roundId);
  if (input.name === 'done' || input.name === 'not-possible')
    await removeCommandRows(deps.db, input.caseId, input.commandId);
  throw new DomainError(answer.code);
}

/** Writes what the command refers to, and puts ids in the place of words. */
async function prepare(
  deps: Deps,
  res: Response,
  row: Round,
  input: RoundCommandInput,
): Promise<RoundCommand> {
  const { commandId } = input;
  const base = { commandId, actor: { kind: 'user', id: currentUser(res).id } } as const;
  switch (input.name) {
    case 'done':
      return { ...base, ...(await done(deps, res, row, input)), name: 'done', caseId: input.caseId };
    case 'not-possible': {
      const { caseId, reason, note, photoId } = input;
      await stopIn(deps, row.id, caseId);
      if (photoId && !(await deps.db.getRepository(Photo).existsBy({ id: photoId, caseId })))
        throw refusal({ photoId: 'choice' });
      const id = rowId(caseId, commandId, 'note');
      const noteId = note && (await deps.db.transaction((tx) => writeNote(tx, { id, body: note })));
      return { ...base, name: 'not-possible', caseId, reason, photoId, ...(noteId && { noteId }) };
    }
    case 'insert':
      return { ...base, ...input, task: await reserveCase(deps, row.id, input.caseId) };
    default:
      return { ...base, ...input };
  }
}

async function stopIn({ db }: Deps, roundId: string, caseId: string): Promise<RoundStop> {
  const stop = await db.getRepository(RoundStop).findOneBy({ roundId, caseId });
  if (!stop) throw new DomainError('not-in-round');
  return stop;
}

/** What was done is written exactly as the case's own command writes it. */
async function done(
  deps: Deps,
  res: Response,
  { id: roundId, crewId }: Round,
  { name: _done, caseId, ...work }: Extract<RoundCommandInput, { name: 'done' }>,
): Promise<{ repairId?: string; photoId?: string; noteId?: string }> {
  const stop = await stopIn(deps, roundId, caseId);
  const body =
    stop.task === 'repair' ? { ...work, name: 'mark-repaired', crewId } : { ...work, name: 'made-safe' };
  const command = await prepareCommand(deps, res, caseId, body);
  const photoId = typeof work.photoId === 'string' ? { photoId: work.photoId } : {};
  const repairId = command.name === 'mark-repaired' ? { repairId: command.repairId } : {};
  return { ...photoId, ...repairId, ...(command.noteId && { noteId: command.noteId }) };
}
