import { z } from 'zod';
import { Question, Thread, ThreadReading } from '../../../db/entities';
import { threadWith } from '../../../db/threads';
import { readThreads, threadIdsOf } from '../../../db/views/threads';
import { DomainError } from '../../../domain/errors';
import { partyKinds } from '../../../domain/vocabulary';
import { prepareAttachments } from '../../attachments/prepare';
import { sendAttachment } from '../../attachments/send';
import { withAttachments } from '../../attachments/store';
import { answerQuestion } from '../../conversation/answer';
import { tellOtherSide } from '../../conversation/tell';
import { refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { fileUpload, uploadedFiles } from '../../photos/upload';
import { idOf } from '../list';
import { type Route, requireFor } from '../route';
import { currentUser } from '../session/current';
import { caseFor } from './command';
import { isParty } from './references';

const words = z.string().trim().min(1).max(4000);
const answer = z.strictObject({ words });
const message = z.strictObject({ to: z.strictObject({ kind: z.enum(partyKinds), id: z.uuid() }), words });

/** What is said inside a case; questions are asked by the case's command `ask`. */
export const threadRoutes = (deps: Deps): Route[] => [
  {
    method: 'get',
    path: '/cases/:id/threads',
    action: 'case.read',
    async handler(req, res) {
      const { id } = await caseFor(deps, res, idOf(req), 'case.read');
      res.json(await readThreads(deps.db, id, currentUser(res).id));
    },
  },
  {
    method: 'get',
    path: '/cases/:id/attachments/:attachment',
    action: 'case.read',
    async handler(req, res) {
      const { id } = await caseFor(deps, res, idOf(req), 'case.read');
      await sendAttachment(deps, res, idOf(req, 'attachment'), await threadIdsOf(deps.db, id));
    },
  },
  {
    method: 'post',
    path: '/cases/:id/messages',
    action: 'case.comment',
    before: fileUpload,
    async handler(req, res) {
      const { to, words } = parse(message, { ...req.body, to: { ...req.body?.to } });
      const attachments = await prepareAttachments(uploadedFiles(req));
      const { id } = await caseFor(deps, res, idOf(req), 'case.comment');
      if (!(await isParty(deps.db, id, to))) throw refusal({ to: 'choice' });
      const author = { authorKind: 'user', authorId: currentUser(res).id } as const;
      const messageId = await withAttachments(deps, attachments, async (tx, attach) => {
        const thread = await threadWith(tx, id, to, deps.config.appSecret);
        const said = await attach(thread, { words, ...author });
        await tellOtherSide(tx, thread, said, author.authorId, currentUser(res).departmentId);
        return said;
      });
      res.status(201).json({ id: messageId });
    },
  },
  {
    method: 'post',
    path: '/cases/:id/threads/:thread/read',
    action: 'case.read',
    async handler(req, res) {
      const { id } = await caseFor(deps, res, idOf(req), 'case.read');
      const threadId = idOf(req, 'thread');
      if (!(await deps.db.getRepository(Thread).existsBy({ id: threadId, caseId: id })))
        throw new DomainError('not-found');
      const reading = { threadId, userId: currentUser(res).id, readAt: new Date() };
      await deps.db.getRepository(ThreadReading).upsert(reading, ['threadId', 'userId']);
      res.json({ id: threadId });
    },
  },
  {
    method: 'post',
    path: '/cases/:id/questions/:question/answer',
    action: 'case.comment',
    before: fileUpload,
    async handler(req, res) {
      const { words } = parse(answer, { ...req.body });
      const attachments = await prepareAttachments(uploadedFiles(req));
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
      const author = { authorKind: 'user', authorId: currentUser(res).id } as const;
      await answerQuestion(deps, question.id, { words, attachments }, author);
      res.status(201).json({ id: question.id });
    },
  },
];
