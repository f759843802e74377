import type { EntityManager } from 'typeorm';
import { Question, Thread, ThreadMessage } from '../../db/entities';
import { DomainError } from '../../domain/errors';
import { tellAnswer } from '../../temporal/answers';
import type { PreparedAttachment } from '../attachments/prepare';
import { withAttachments } from '../attachments/store';
import type { Deps } from '../http/deps';

const TELL_MS = 3000;

export type Author = Pick<ThreadMessage, 'authorKind' | 'authorId'>;

/**
 * Commits an answer, once, and then tells the case; the sweeper tells what this misses.
 * @throws DomainError `question-closed` when it was answered, withdrawn or has expired
 */
export async function answerQuestion(
  { db, config, temporal, log }: Pick<Deps, 'db' | 'config' | 'temporal' | 'log'>,
  questionId: string,
  { words, attachments = [] }: { words: string; attachments?: PreparedAttachment[] },
  author: Author,
): Promise<void> {
  await withAttachments({ db, config }, attachments, async (tx, attach) => {
    const question = await lockQuestion(tx, questionId);
    if (question.status !== 'open' || question.answerId) throw new DomainError('question-closed');
    const { threadId } = await tx.findOneByOrFail(ThreadMessage, { id: question.messageId });
    const thread = await tx.findOneByOrFail(Thread, { id: threadId });
    const answerId = await attach(thread, { words, ...author });
    await tx.update(Question, { id: questionId }, { answerId });
  });
  await temporal
    .withDeadline(Date.now() + TELL_MS, () => tellAnswer({ client: temporal, db }, questionId))
    .catch(() => log.warn({ questionId }, 'answer recorded, the case not told yet'));
}

async function lockQuestion(tx: EntityManager, id: string): Promise<Question> {
  const question = await tx.findOne(Question, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!question) throw new DomainError('not-found');
  return question;
}
