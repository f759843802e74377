import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { Not } from 'typeorm';
import { Case, Handover, WarrantyClaim } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { writeNote } from '../../../db/notes';
import { DomainError } from '../../../domain/errors';
import { isOpenClaim } from '../../../domain/warranty/course';
import type { Deps } from '../../http/deps';
import { caseFor, giveCommand } from '../cases/command';
import type { CommandInput } from '../cases/command-input';
import { rowId, writeCommandRows } from '../cases/command-rows';
import { checkReferences } from '../cases/references';
import { currentUser } from '../session/current';
import { claimWords } from './words';

async function claimFor({ db }: Pick<Deps, 'db'>, res: Response, id: string) {
  const claim = await db.getRepository(WarrantyClaim).findOneBy({ id });
  if (!claim) throw new DomainError('not-found');
  return { claim, row: await caseFor({ db }, res, claim.caseId, 'warranty.decide') };
}

/**
 * Offers the case to the supplier who repaired it, as work under warranty. Asked for again, it is the same offer.
 * @throws DomainError `conflict` for a claim that was sent or settled; what the case says against an offer
 */
export async function sendClaim(deps: Deps, res: Response, id: string, note?: string): Promise<void> {
  const { db, config } = deps;
  const { claim, row } = await claimFor(deps, res, id);
  if (claim.state !== 'proposed') throw new DomainError('conflict');
  const user = currentUser(res);
  const before = await db.getRepository(Handover).countBy({ claimId: id, status: Not('offered') });
  const repaired = await db.getRepository(Case).findOneByOrFail({ id: claim.repairedCaseId });
  const input: CommandInput = {
    ...{ name: 'hand-over', commandId: rowId(row.id, id, `send${before}`) },
    to: { kind: 'supplier', id: claim.supplierId },
    note: claimWords({ number: repaired.number, ...claim }, note),
  };
  await checkReferences(db, row, input, user);
  const command = await db.transaction(async (tx) => {
    const actor = { kind: 'user', id: user.id } as const;
    const written = await writeCommandRows(tx, row, input, { actor, appSecret: config.appSecret });
    if (written.name === 'hand-over') await tx.update(Handover, { id: written.handoverId }, { claimId: id });
    return written;
  });
  await giveCommand(deps, row.id, command);
}

/**
 * Gives a claim up; an offer that waits for an answer is taken back first.
 * @throws DomainError `conflict` for one that is settled; what the case says against taking the offer back
 */
export async function withdrawClaim(deps: Deps, res: Response, id: string, note: string): Promise<void> {
  const { db } = deps;
  const { claim, row } = await claimFor(deps, res, id);
  if (!isOpenClaim(claim.state)) throw new DomainError('conflict');
  const actor = { kind: 'user', id: currentUser(res).id } as const;
  const offer = await db.getRepository(Handover).findOneBy({ claimId: id, status: 'offered' });
  if (offer) {
    const commandId = rowId(row.id, offer.id, 'withdraw');
    await giveCommand(deps, row.id, { name: 'withdraw-handover', commandId, handoverId: offer.id, actor });
  }
  await db.transaction(async (tx) => {
    // The case's lock, as everybody has it who projects the case.
    await tx.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [row.id]);
    const { state } = await tx.findOneByOrFail(WarrantyClaim, { id });
    if (!isOpenClaim(state)) throw new DomainError('conflict');
    const at = new Date();
    const noteId = await writeNote(tx, { body: note });
    const ended = { endedBy: actor.id, endedAt: at, noteId };
    await tx.update(WarrantyClaim, { id }, { state: 'withdrawn', ...ended });
    await appendLog(tx, {
      ...{
        chain: `case:${row.id}`,
        factId: randomUUID(),
        name: 'warranty-withdrawn',
        at,
        actor,
        public: false,
      },
      ...{ noteId, data: { claimId: id, kind: 'supplier', id: claim.supplierId } },
    });
    await tx.query(`SELECT pg_notify('case_changed', $1)`, [row.id]);
  });
}
