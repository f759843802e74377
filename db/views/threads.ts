import type { DataSource } from 'typeorm';
import type { PartyKind } from '../../domain/vocabulary';
import type { Attachment, Question } from '../entities';

export interface ThreadLine {
  id: string;
  at: Date;
  authorKind: string;
  authorId: string | null;
  /** Of staff, suppliers and agencies; a citizen has none here. */
  authorName: string | null;
  /** Null when they were erased. */
  words: string | null;
  attachments: { id: string; name: string; kind: Attachment['kind']; bytes: number }[];
  /** The question that these words ask. */
  question: Pick<Question, 'id' | 'status' | 'dueAt'> | null;
  /** The question that they answer. */
  answers: string | null;
}

export interface ThreadOfCase {
  id: string;
  kind: PartyKind;
  partyId: string;
  /** A citizen by the number of the report. */
  party: string;
  messages: ThreadLine[];
  /** Words of others since this person last read it. */
  unread: number;
}

const PARTY = `CASE t.kind
  WHEN 'department' THEN (SELECT name_it FROM department WHERE id = t.party_id)
  WHEN 'supplier' THEN (SELECT name FROM supplier WHERE id = t.party_id)
  WHEN 'agency' THEN (SELECT name FROM agency WHERE id = t.party_id)
  ELSE (SELECT number FROM report WHERE id = t.party_id) END`;

/** SQL for the files of a message that are still there. */
export const attachmentsOf = (messageId: string): string =>
  `COALESCE((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes)
     ORDER BY f.created_at, f.id) FROM attachment f WHERE f.message_id = ${messageId} AND f.erased_at IS NULL), '[]')`;

/** Of a case: its own threads, and those that its reports have brought along. */
const THREADS = `t.case_id = $1 OR (t.kind = 'citizen'
       AND t.party_id IN (SELECT m.report_id FROM membership m WHERE m.case_id = $1))`;

export async function threadIdsOf(db: DataSource, caseId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(`SELECT t.id FROM thread t WHERE ${THREADS}`, [caseId]);
  return rows.map(({ id }) => id);
}

/** The threads of a case and those that its reports have brought along, the one with the newest words first. */
export function readThreads(db: DataSource, caseId: string, readerId: string): Promise<ThreadOfCase[]> {
  return db.query(
    `SELECT t.id, t.kind, t.party_id AS "partyId", ${PARTY} AS party, json_agg(json_build_object(
       'id', m.id, 'at', m.created_at, 'authorKind', m.author_kind, 'authorId', m.author_id,
       'authorName', coalesce(u.name, s.name, a.name), 'words', n.body,
       'attachments', ${attachmentsOf('m.id')},
       'question', CASE WHEN q.id IS NOT NULL
         THEN json_build_object('id', q.id, 'status', q.status, 'dueAt', q.due_at) END,
       'answers', answered.id) ORDER BY m.created_at, m.id) AS messages,
       (count(*) FILTER (WHERE m.author_id IS DISTINCT FROM $2::uuid
         AND m.created_at > coalesce(read.read_at, '-infinity')))::int AS unread
     FROM thread t JOIN thread_message m ON m.thread_id = t.id JOIN note n ON n.id = m.note_id
     LEFT JOIN question q ON q.message_id = m.id LEFT JOIN question answered ON answered.answer_id = m.id
     LEFT JOIN app_user u ON m.author_kind = 'user' AND u.id = m.author_id
     LEFT JOIN supplier s ON m.author_kind = 'supplier' AND s.id = m.author_id
     LEFT JOIN agency a ON m.author_kind = 'agency' AND a.id = m.author_id
     LEFT JOIN thread_reading read ON read.thread_id = t.id AND read.user_id = $2
     WHERE ${THREADS}
     GROUP BY t.id ORDER BY max(m.created_at) DESC, t.id`,
    [caseId, readerId],
  );
}
