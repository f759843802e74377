import type { Response } from 'express';
import { Case, Handover } from '../../../db/entities';
import type { Command } from '../../../domain/case/commands';
import { DomainError } from '../../../domain/errors';
import { sendCommand } from '../../../temporal/commands';
import type { CommandResult } from '../../../workflows/case/messages';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { requireFor } from '../route';
import { currentUser } from '../session/current';
import { commandInput } from './command-input';
import { removeCommandRows, writeCommandRows } from './command-rows';
import { checkReferences } from './references';

type CaseRow = Pick<Case, 'id' | 'kind' | 'cycle' | 'departmentId' | 'status'>;

/** The case for somebody who may do this to it; a department that was asked reads it and has its say. */
export async function caseFor(
  { db }: Pick<Deps, 'db'>,
  res: Response,
  id: string,
  action: Parameters<typeof requireFor>[1],
): Promise<CaseRow> {
  const row = await db.getRepository(Case).findOne({
    select: { id: true, kind: true, cycle: true, departmentId: true, status: true, involved: true },
    where: { id },
  });
  if (!row) throw new DomainError('not-found');
  const { departmentId } = currentUser(res);
  const talks = action === 'case.read' || action === 'case.comment';
  const asked = talks && departmentId !== null && row.involved.includes(departmentId);
  requireFor(res, action, asked ? departmentId : row.departmentId);
  return row;
}

/** The case that was offered, for whom it was offered to; suppliers and agencies may answer through the desk. */
async function offeredFor(
  { db }: Pick<Deps, 'db'>,
  res: Response,
  id: string,
  handoverId: string,
): Promise<CaseRow> {
  const offer = await db.getRepository(Handover).findOneBy({ id: handoverId, caseId: id });
  if (offer?.kind !== 'department') return caseFor({ db }, res, id, 'command.answer-handover');
  requireFor(res, 'command.answer-handover', offer.partyId);
  return db.getRepository(Case).findOneByOrFail({ id });
}

/**
 * Checks a staff command and writes what it refers to; the command as the workflow takes it.
 * @throws DomainError `invalid-input`, `forbidden` or `not-found`, nothing having been written
 */
export async function prepareCommand(
  deps: Pick<Deps, 'db' | 'config'>,
  res: Response,
  caseId: string,
  body: unknown,
): Promise<Command> {
  const input = parse(commandInput, body);
  const row =
    input.name === 'answer-handover'
      ? await offeredFor(deps, res, caseId, input.handoverId)
      : await caseFor(deps, res, caseId, `command.${input.name}`);
  const user = currentUser(res);
  await checkReferences(deps.db, row, input, user);
  return deps.db.transaction((tx) =>
    writeCommandRows(tx, row, input, {
      actor: { kind: 'user', id: user.id },
      appSecret: deps.config.appSecret,
    }),
  );
}

/**
 * Gives a staff command to its case: rows first, then the update, whose id is the command's. The same
 * command id may be sent again and acts once.
 * @throws DomainError with the reason of a refusal; its rows are gone again
 * @throws DomainError `not-confirmed-yet` when no worker answered in time: send it again
 */
export async function runCommand(
  deps: Deps,
  res: Response,
  caseId: string,
  body: unknown,
): Promise<CommandResult> {
  return giveCommand(deps, caseId, await prepareCommand(deps, res, caseId, body));
}

/** Gives a prepared command to its case, likewise. */
export async function giveCommand(
  { db, temporal }: Pick<Deps, 'db' | 'temporal'>,
  caseId: string,
  command: Command,
): Promise<CommandResult> {
  const answer = await sendCommand({ client: temporal, db }, caseId, command);
  if (answer.outcome === 'done') return answer.result;
  if (answer.outcome === 'not-confirmed-yet') throw new DomainError('not-confirmed-yet');
  await removeCommandRows(db, caseId, command.commandId);
  throw new DomainError(answer.code);
}
