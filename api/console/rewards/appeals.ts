import type { Response } from 'express';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { weighCasesOf } from '../../../activities/priority';
import { Appeal, Person } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { writeNote } from '../../../db/notes';
import { lockOwner } from '../../../db/privacy/lock';
import { creditAppeal } from '../../../db/rewards/credit';
import { appealOrders, listAppeals } from '../../../db/views/appeals';
import { writeMessage } from '../../../deliveries/outbox';
import { DomainError } from '../../../domain/errors';
import { appealStates } from '../../../domain/rewards/points';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { words } from '../../intake/input';
import { openOwnPage } from '../../me/link';
import { anyOf, idOf, readList, sendList } from '../list';
import { type Route, requireFor, scopeOf } from '../route';
import { currentUser } from '../session/current';

const shape = {
  sorts: ['createdAt', 'id'],
  order: 'DESC',
  filters: { state: anyOf(z.enum(appealStates)), caseId: anyOf(z.uuid()) },
} as const;
const given = z.strictObject({ upheld: z.boolean(), note: words(4000).min(1) });

/** What citizens say against a judgement of their report, and what staff answer. */
export const appealRoutes = (deps: Deps): Route[] => {
  const { db } = deps;
  const one = async (res: Response, id: string) => {
    const page = { start: 0, limit: 1, orderBy: appealOrders.id.ASC };
    const [row] = (await listAppeals(db, { ids: [id], scope: scopeOf(res) }, page)).rows;
    if (!row) throw new DomainError('not-found');
    return row;
  };
  return [
    {
      method: 'get',
      path: '/appeals',
      action: 'appeal.answer',
      async handler(req, res) {
        const { page, ids, filters } = readList(req, shape);
        const orderBy = appealOrders[page.sort][page.order];
        sendList(res, await listAppeals(db, { ...filters, ids, scope: scopeOf(res) }, { ...page, orderBy }));
      },
    },
    {
      method: 'get',
      path: '/appeals/:id',
      action: 'appeal.answer',
      async handler(req, res) {
        res.json(await one(res, idOf(req)));
      },
    },
    {
      method: 'post',
      path: '/appeals/:id/answer',
      action: 'appeal.answer',
      async handler(req, res) {
        const answered = parse(given, req.body);
        const { id, caseId, departmentId } = await one(res, idOf(req));
        requireFor(res, 'appeal.answer', departmentId);
        const answer = { ...answered, id, caseId, userId: currentUser(res).id };
        const personId = await db.transaction((tx) => answerAppeal(tx, deps, answer));
        if (personId) await weighCasesOf(db, personId, deps.config);
        res.json(await one(res, id));
      },
    },
  ];
};

interface Answer {
  id: string;
  caseId: string;
  userId: string;
  upheld: boolean;
  note: string;
}

/**
 * Keeps the answer, sets right what the judgement did to this person, and writes to them.
 * @returns whose it is, or null where the person was erased
 * @throws DomainError `conflict` where somebody has answered already
 */
async function answerAppeal(
  tx: EntityManager,
  { config }: Deps,
  { id, caseId, userId, upheld, note }: Answer,
): Promise<string | null> {
  const row = await tx.findOneOrFail(Appeal, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (row.state !== 'open') throw new DomainError('conflict');
  const { reportId } = row;
  const now = new Date();
  const personId = await lockOwner(tx, reportId);
  // Words that nobody could read any more are not kept.
  const noteId = personId && (await writeNote(tx, { body: note, personId }));
  const state = upheld ? 'upheld' : 'explained';
  await tx.update(Appeal, { id }, { state, answerNoteId: noteId, answeredBy: userId, answeredAt: now });
  await appendLog(tx, {
    ...{ chain: `report:${reportId}`, factId: 'appeal-answered', name: 'appeal-answered', at: now, noteId },
    ...{ actor: { kind: 'user', id: userId }, public: false, data: { upheld } },
  });
  if (!personId) return null;
  if (upheld) await creditAppeal(tx, caseId, personId);
  const { locale } = await tx.findOneByOrFail(Person, { id: personId });
  const { meId } = await openOwnPage(tx, config.appSecret, personId);
  await writeMessage(tx, {
    ...{ event: 'appeal-answered', recipientKind: 'person', recipientId: personId, locale, reportId, caseId },
    ...{ data: { meId, noteId, upheld }, dedupeKey: id },
  });
  return personId;
}
