import { z } from 'zod';
import type { MessageStatus } from '../../db/entities';
import { listMessages, messageOrders, readMessage } from '../../db/views/messages';
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
  },
} as const;

/** The tokens of links, as db/tokens.ts writes them: groups of five, or 26 in a row. */
const token = /\b(?:[0-9A-HJKMNP-TV-Z]{26}|(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z])\b/g;
/** What a link opens is for whoever the message was written to. */
export const withoutTokens = (text: string | null): string | null => text?.replace(token, '…') ?? null;

/** The messages that people got or should have got. */
export const messageRoutes = ({ db }: Deps): Route[] => [
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
      // Without a mail server the links are here alone: those who manage accounts hand them on.
      if (!may(currentUser(res).role, 'users.write')) {
        row.html = withoutTokens(row.html);
        row.text = withoutTokens(row.text);
      }
      res.json(row);
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
