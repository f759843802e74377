import type { Response } from 'express';
import { z } from 'zod';
import { Message, type MessageStatus, Supplier } from '../../db/entities';
import { listMessages, messageOrders, readMessage } from '../../db/views/messages';
import { linksOf, withLinks } from '../../deliveries/links';
import { DomainError } from '../../domain/errors';
import { messageEvents } from '../../domain/messages/table';
import { may } from '../../domain/permissions';
import type { Deps } from '../http/deps';
import { anyOf, idOf, readList, sendList } from './list';
import { type Route, scopeOf } from './route';
import { currentUser } from './session/current';

const statuses = [
  'waiting',
  'queued',
  'sent',
  'kept',
  'failed',
  'suppressed',
] as const satisfies MessageStatus[];
const recipients = ['person', 'user', 'agency', 'supplier', 'owner'] as const;

const shape = {
  sorts: ['createdAt', 'id'],
  order: 'DESC',
  filters: {
    status: anyOf(z.enum(statuses)),
    event: anyOf(z.enum(messageEvents)),
    recipientKind: anyOf(z.enum(recipients)),
    caseId: anyOf(z.uuid()),
    reportId: anyOf(z.uuid()),
    q: z.string().trim().max(100).optional(),
  },
} as const;

/** The messages that people got or should have got. */
export const messageRoutes = ({ db, config }: Deps): Route[] => {
  /**
   * What a link opens is for whoever the message was written to. Only of one that no mail server took do those
   * who manage accounts see the links: they hand them on.
   */
  async function openTo(res: Response, id: string): Promise<Partial<ReturnType<typeof linksOf>>> {
    const message = await db.getRepository(Message).findOneByOrFail({ id });
    const handsOn = may(currentUser(res).role, 'users.write') && message.status === 'kept';
    const supplier = await db.getRepository(Supplier).findOneBy({ id: message.recipientId });
    const { consoleUrl, ...others } = linksOf(message, config, supplier?.linkEpoch ?? null);
    return handsOn ? { consoleUrl, ...others } : { consoleUrl };
  }

  return [
    {
      method: 'get',
      path: '/messages',
      action: 'message.read',
      async handler(req, res) {
        const { page, ids, filters } = readList(req, shape);
        const orderBy = messageOrders[page.sort][page.order];
        sendList(res, await listMessages(db, { ...filters, ids, scope: scopeOf(res) }, { ...page, orderBy }));
      },
    },
    {
      method: 'get',
      path: '/messages/:id',
      action: 'message.read',
      async handler(req, res) {
        const row = await readMessage(db, idOf(req), scopeOf(res));
        if (!row) throw new DomainError('not-found');
        const links = await openTo(res, row.id);
        const shown = (text: string | null) => text && withLinks(text, links);
        res.json({ ...row, html: shown(row.html), text: shown(row.text) });
      },
    },
    {
      method: 'post',
      path: '/messages/:id/retry',
      action: 'message.retry',
      async handler(req, res) {
        const row = await readMessage(db, idOf(req), scopeOf(res));
        if (!row) throw new DomainError('not-found');
        const [, again] = await db.query(
          `UPDATE message SET status = 'waiting', queued_at = NULL, last_error = NULL
         WHERE id = $1 AND status IN ('failed', 'kept')`,
          [row.id],
        );
        if (again === 0) throw new DomainError('conflict');
        res.json({ ...row, status: 'waiting', queuedAt: null, lastError: null });
      },
    },
  ];
};
