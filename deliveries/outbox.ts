import type { EntityManager } from 'typeorm';
import type { Message } from '../db/entities';
import type { Fact } from '../domain/case/facts';
import { type Hearing, hearingsOf, type MessageEvent } from '../domain/messages/table';
import type { Locale } from '../domain/vocabulary';
import { type AudiencePlace, audienceSql } from './audiences';

/** A fact that was just recorded. `factId` is that of its log entry; case or report, at least one. */
export interface Happening extends AudiencePlace {
  fact: Pick<Fact, 'name' | 'at'> & Partial<Fact>;
  factId: string;
}

/**
 * Writes the message rows that the table in domain/messages asks for, in the caller's transaction and
 * after the rows that they are about (the case row says which department hears). Repeating it is harmless.
 */
export async function writeMessages(tx: EntityManager, happening: Happening): Promise<void> {
  const { fact } = happening;
  for (const hearing of hearingsOf(fact)) {
    for (const audience of hearing.to) {
      const { sql, parameters } = audienceSql(audience, happening, 5);
      await tx.query(
        `INSERT INTO message (id, dedupe_key, case_id, report_id, event, recipient_kind, recipient_id, locale, data)
         SELECT gen_random_uuid(), concat_ws(':', $1::text, a.kind, a.id, $2::text), $3::uuid, a.report_id,
                $1, a.kind, a.id, a.locale, $4::jsonb
         FROM (${sql}) a
         ON CONFLICT (dedupe_key) DO NOTHING`,
        [
          hearing.event,
          dedupePart(hearing, happening),
          happening.caseId ?? null,
          JSON.stringify(messageData(happening)),
          ...parameters,
        ],
      );
    }
  }
}

export interface SingleMessage {
  event: MessageEvent;
  recipientKind: Message['recipientKind'];
  recipientId: string;
  locale: Locale;
  /** Ids and codes only. */
  data?: Record<string, unknown>;
  /** The same key never makes two messages. */
  dedupeKey: string;
  caseId?: string;
  reportId?: string;
}

/** Writes one message for a named recipient, in the caller's transaction. Repeating it is harmless. */
export async function writeMessage(tx: EntityManager, message: SingleMessage): Promise<void> {
  await tx.query(
    `INSERT INTO message (id, dedupe_key, case_id, report_id, event, recipient_kind, recipient_id, locale, data)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (dedupe_key) DO NOTHING`,
    [
      `${message.event}:${message.dedupeKey}`,
      message.caseId ?? null,
      message.reportId ?? null,
      message.event,
      message.recipientKind,
      message.recipientId,
      message.locale,
      JSON.stringify(message.data ?? {}),
    ],
  );
}

/** What makes two messages to the same recipient the same message. */
function dedupePart({ once }: Hearing, { caseId, reportId, fact, factId }: Happening): string {
  const place = caseId ?? reportId ?? '';
  if (once === 'case') return place;
  if (once === 'cycle') return `${place}:${fact.cycle ?? 1}`;
  if (once === 'hour') return `${place}:${new Date(fact.at).toISOString().slice(0, 13)}`;
  if (once === 'day') return new Date(fact.at).toISOString().slice(0, 10);
  return `${place}:${factId}`;
}

function messageData({ fact }: Happening): Record<string, unknown> {
  const { at, noteId, clock, stage, cycle, data } = fact;
  return { ...data, at, noteId, clock, stage, cycle };
}
