import { z } from 'zod';
import { Question } from '../../../db/entities';
import { readThreads } from '../../../db/views/threads';
import { DomainError } from '../../../domain/errors';
import { answerQuestion } from '../../conversation/answer';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { idOf } from '../list';
import { type Route, requireFor } from '../route';
import { currentUser } from '../session/current';
import { caseFor } from './command';

const answer = z.strictObject({ words: z.string().trim().min(1).max(4000) });

/** What is said inside a case; questions are asked by the case's command `ask`. */
export const threadRoutes = (deps: Deps): Route[] => [
  {
    method: 'get',
    path: '/cases/:id/threads',
    action: 'case.read',
    async handler(req, res) {
      const { id } = await caseFor(deps, res, idOf(req), 'case.read');
      res.json(await readThreads(deps.db, id));
    },
  },
  {
    method: 'post',
    path: '/cases/:id/questions/:question/answer',
    action: 'case.comment',
    async handler(req, res) {
      const { words } = parse(answer, req.body);
      const question = await deps.db
        .getRepository(Question)
        .findOneBy({ id: idOf(req, 'question'), caseId: idOf(req) });
      if (!question) throw new DomainError('not-found');
      // Whoever was asked; for those without an account the desk writes down what they said.
      if (question.kind === 'department') requireFor(res, 'case.comment', question.partyId);
      else {
        const { departmentId } = await caseFor(deps, res, question.caseId, 'case.comment');
        requireFor(res, 'case.comment', departmentId);
      }
      await answerQuestion(deps, question.id, words, { authorKind: 'user', authorId: currentUser(res).id });
      res.status(201).json({ id: question.id });
    },
  },
];
