import { z } from 'zod';
import { Thread } from '../../db/entities';
import { DomainError } from '../../domain/errors';
import { prepareAttachments } from '../attachments/prepare';
import { withAttachments } from '../attachments/store';
import { answerQuestion } from '../conversation/answer';
import { tellOtherSide } from '../conversation/tell';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { readTracked } from './read';

export const answerInput = z.strictObject({ words: z.string().trim().min(1).max(4000) });

/**
 * The citizen writes to a department that has written first.
 * @throws DomainError `not-found` where nobody has, `invalid-input`
 */
export async function write(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  code: string,
  raw: unknown,
  files: Express.Multer.File[] = [],
): Promise<void> {
  const { reportId } = await readTracked(db, code);
  const { words } = parse(answerInput, raw);
  const attachments = await prepareAttachments(files);
  const [thread] = await db.getRepository(Thread).find({
    where: { kind: 'citizen', partyId: reportId },
    order: { createdAt: 'DESC' },
    take: 1,
  });
  if (!thread) throw new DomainError('not-found');
  await withAttachments({ db, config }, attachments, async (tx, attach) => {
    const said = await attach(thread, { words, authorKind: 'citizen', authorId: reportId });
    await tellOtherSide(tx, thread, said, reportId);
  });
}

/**
 * The citizen answers a question of the department.
 * @throws DomainError `not-found`, `invalid-input`, `question-closed`
 */
export async function answer(
  deps: Deps,
  code: string,
  questionId: string,
  raw: unknown,
  files: Express.Multer.File[] = [],
): Promise<void> {
  const { reportId, questions } = await readTracked(deps.db, code);
  const { words } = parse(answerInput, raw);
  const asked = questions.find(({ id }) => id === questionId);
  if (!asked) throw new DomainError('question-closed');
  const attachments = await prepareAttachments(files);
  await answerQuestion(deps, asked.id, { words, attachments }, { authorKind: 'citizen', authorId: reportId });
}
