import { Question, ThreadMessage } from '../db/entities';
import { answeredSignal } from '../workflows/case/messages';
import { signalWithStartCase, type Temporal } from './starter';

/** Tells the case that a question was answered, then marks the row. Safe to repeat. */
export async function tellAnswer(temporal: Temporal, questionId: string): Promise<void> {
  const { db } = temporal;
  const { caseId, answerId } = await db.getRepository(Question).findOneByOrFail({ id: questionId });
  if (!answerId) return;
  const {
    authorKind: kind,
    authorId: id,
    createdAt,
  } = await db.getRepository(ThreadMessage).findOneByOrFail({ id: answerId });
  const answer = { questionId, messageId: answerId, actor: { kind, id }, at: createdAt.getTime() };
  await signalWithStartCase(temporal, caseId, answeredSignal, [answer]);
  await db.query('UPDATE question SET told_at = now() WHERE id = $1 AND told_at IS NULL', [questionId]);
}
