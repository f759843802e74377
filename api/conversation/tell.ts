import type { EntityManager } from 'typeorm';
import { Case, type Thread } from '../../db/entities';
import { audienceSql } from '../../deliveries/audiences';
import { type SingleMessage, writeMessage } from '../../deliveries/outbox';

interface Heard {
  kind: SingleMessage['recipientKind'];
  id: string;
  locale: SingleMessage['locale'];
  report_id: string | null;
}

/**
 * Mails new words in a thread to the other side: to the party, or, when the party wrote, to the coordinators of the
 * case's department; not to whoever wrote them. Another department that was asked reads and writes the case: it is
 * told of, from then on.
 * @param authorId who wrote
 * @param departmentId of the staff member who wrote; null for the whole municipality, and for those without an account
 */
export async function tellOtherSide(
  tx: EntityManager,
  { id: threadId, caseId, kind, partyId }: Thread,
  messageId: string,
  authorId: string | null,
  departmentId: string | null = null,
): Promise<void> {
  const fromParty = authorId === partyId || (kind === 'department' && departmentId === partyId);
  const fact = { data: { kind, id: partyId } };
  const { sql, parameters } = audienceSql(fromParty ? 'coordinators' : 'party', { caseId, fact });
  const heard: Heard[] = await tx.query(sql, parameters);
  const [{ noteId }] = await tx.query('SELECT note_id AS "noteId" FROM thread_message WHERE id = $1', [
    messageId,
  ]);
  for (const { kind: recipientKind, id: recipientId, locale, report_id } of heard) {
    if (recipientId === authorId) continue;
    await writeMessage(tx, {
      ...{ event: 'thread-message', recipientKind, recipientId, locale, caseId },
      ...(report_id && { reportId: report_id }),
      data: { threadId, noteId },
      dedupeKey: `${messageId}:${recipientId}`,
    });
  }
  if (kind === 'department') await involve(tx, caseId, partyId);
}

async function involve(tx: EntityManager, caseId: string, departmentId: string): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(Case)
    .set({ involved: () => 'array_append(involved, :departmentId)' })
    .where('id = :caseId AND NOT involved @> ARRAY[:departmentId]::uuid[]', { caseId, departmentId })
    .execute();
}
