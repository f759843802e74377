import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { contractsFor } from '../../../db/contracts';
import {
  type Case,
  Handover,
  Material,
  Qualification,
  Question,
  Repair,
  RepairMaterial,
  SplitOrder,
  ThreadMessage,
} from '../../../db/entities';
import { writeNote } from '../../../db/notes';
import { linkEpochOf } from '../../../db/party-links';
import { threadWith } from '../../../db/threads';
import { hashToken, partyToken } from '../../../db/tokens';
import type { Command } from '../../../domain/case/commands';
import type { Actor, Party } from '../../../domain/case/state';
import type { CommandInput } from './command-input';

/**
 * The ids of a command's rows follow from its own, so that repeating it writes nothing twice; and from its
 * case's, because the same id given to another case is another command.
 */
export function rowId(caseId: string, commandId: string, what: string): string {
  const hex = createHash('sha256').update(`${caseId}:${commandId}:${what}`).digest('hex');
  // Version 8: an id of the application's own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Who gives a command; the rows that it writes say so. */
export type Giver = Actor & { kind: 'user' | 'supplier'; id: string };

/**
 * Writes what a command refers to before it is given, and puts ids in the place of words.
 * @returns the command as the workflow takes it
 */
export async function writeCommandRows(
  tx: EntityManager,
  row: Pick<Case, 'id' | 'cycle'>,
  input: CommandInput,
  { actor, appSecret }: { actor: Giver; appSecret: string },
): Promise<Command> {
  const { note, ...rest } = input;
  const idOf = (what: string) => rowId(row.id, input.commandId, what);
  const noteId = note && (await writeNote(tx, { id: idOf('note'), body: note }));
  const common = { actor, ...(noteId && { noteId }) } as const;
  const linkHash = async (purpose: 'question' | 'offer', id: string, of: Party) =>
    hashToken(partyToken(appSecret, purpose, id, await linkEpochOf(tx, of)));
  const made = { caseId: row.id, cycle: row.cycle, noteId: noteId ?? null, recordedBy: actor.id };
  switch (rest.name) {
    case 'mark-repaired': {
      const repairId = idOf('repair');
      const { name, commandId, materials, ...repair } = rest;
      await insertOnce(tx, Repair, {
        ...{ ...repair, ...made, id: repairId },
        ...(await underContract(tx, row.id, repair.supplierId)),
      });
      for (const [index, material] of materials.entries())
        await insertOnce(tx, RepairMaterial, {
          ...(await fromCatalogue(tx, material)),
          repairId,
          id: idOf(`material${index}`),
        });
      return { name, commandId, repairId, ...common };
    }
    case 'qualify': {
      const qualificationId = idOf('qualification');
      const { name, commandId, ...judged } = rest;
      await insertOnce(tx, Qualification, { ...judged, ...made, id: qualificationId });
      const { real, danger, categoryId } = judged;
      return { name, commandId, qualificationId, real, danger, categoryId, ...common };
    }
    case 'split': {
      const splitId = idOf('split');
      const { name, commandId, reportIds } = rest;
      await insertOnce(tx, SplitOrder, { id: splitId, caseId: row.id, reportIds: [...new Set(reportIds)] });
      return { name, commandId, splitId, ...common } as Command;
    }
    case 'ask': {
      const { name, commandId, of, dueAt } = rest;
      const [questionId, messageId] = [idOf('question'), idOf('message')];
      const { id: threadId } = await threadWith(tx, row.id, of, appSecret);
      const author = { authorKind: actor.kind, authorId: actor.id };
      await insertOnce(tx, ThreadMessage, { id: messageId, threadId, noteId, ...author });
      await insertOnce(tx, Question, {
        ...{ id: questionId, caseId: row.id, messageId, kind: of.kind, partyId: of.id },
        ...{
          dueAt: new Date(dueAt),
          askedBy: actor.id,
          tokenHash: await linkHash('question', questionId, of),
        },
      });
      return { name, commandId, questionId, of, dueAt, ...common } as Command;
    }
    case 'hand-over': {
      const { name, commandId, to, categoryId } = rest;
      const handoverId = idOf('handover');
      await insertOnce(tx, Handover, {
        ...{ id: handoverId, caseId: row.id, kind: to.kind, partyId: to.id, categoryId, noteId },
        ...{ offeredBy: actor.id, tokenHash: await linkHash('offer', handoverId, to) },
      });
      return { name, commandId, handoverId, to, ...(categoryId && { categoryId }), ...common } as Command;
    }
    case 'open-part':
      return { ...rest, partId: idOf('part'), ...common } as Command;
    case 'pause':
      return { ...rest, pauseId: rest.pauseId ?? idOf('pause'), ...common } as Command;
    default:
      return { ...rest, ...common } as Command;
  }
}

/** A supplier's work is done under the contract that covers the case today, and has to last as long as that says. */
async function underContract(tx: EntityManager, caseId: string, supplierId: string | undefined) {
  if (!supplierId) return {};
  const fitting = (await contractsFor(tx, caseId)).find((one) => one.supplierId === supplierId);
  return fitting ? { contractId: fitting.id, warrantyUntil: fitting.warrantyUntil } : {};
}

/** What is in the catalogue has its name and unit from there. */
async function fromCatalogue<M extends { materialId?: string | undefined }>(tx: EntityManager, material: M) {
  if (!material.materialId) return material;
  const { nameIt, unit } = await tx.findOneByOrFail(Material, { id: material.materialId });
  return { ...material, material: nameIt, unit };
}

/** Takes a refused command's rows away, unless an earlier try of the same command was carried out. */
export async function removeCommandRows(db: DataSource, caseId: string, commandId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [done] = await tx.query(
      `SELECT 1 FROM log_entry WHERE chain = $1 AND data->>'commandId' = $2 LIMIT 1`,
      [`case:${caseId}`, commandId],
    );
    if (done) return;
    const idOf = (what: string) => rowId(caseId, commandId, what);
    const repairId = idOf('repair');
    await tx.delete(RepairMaterial, { repairId });
    await tx.delete(Repair, { id: repairId });
    await tx.delete(SplitOrder, { id: idOf('split') });
    await tx.delete(Qualification, { id: idOf('qualification') });
    await tx.delete(Question, { id: idOf('question') });
    await tx.delete(ThreadMessage, { id: idOf('message') });
    await tx.delete(Handover, { id: idOf('handover') });
    await tx.query('DELETE FROM note WHERE id = $1', [idOf('note')]);
  });
}

async function insertOnce(tx: EntityManager, entity: new () => object, values: object): Promise<void> {
  await tx.createQueryBuilder().insert().into(entity).values(values).orIgnore().execute();
}
