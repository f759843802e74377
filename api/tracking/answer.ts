import { z } from 'zod';
import { DomainError } from '../../domain/errors';
import { answerQuestion } from '../conversation/answer';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { readTracked } from './read';

export const answerInput = z.strictObject({ words: z.string().trim().min(1).max(4000) });

/**
 * The citizen answers a question of the department.
 * @throws DomainError `not-found`, `invalid-input`, `question-closed`
 */
export async function answer(deps: Deps, code: string, questionId: string, raw: unknown): Promise<void> {
  const { reportId, questions } = await readTracked(deps.db, code);
  const { words } = parse(answerInput, raw);
  const asked = questions.find(({ id }) => id === questionId);
  if (!asked) throw new DomainError('question-closed');
  await answerQuestion(deps, asked.id, words, { authorKind: 'citizen', authorId: reportId });
}
