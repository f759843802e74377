import { z } from 'zod';
import type { DeliveryStatus } from '../../db/entities';
import { deliveryOrders, listDeliveries, readDelivery } from '../../db/views/deliveries';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { anyOf, idOf, readList, sendList } from './list';
import type { Route } from './route';

const statuses = ['waiting', 'sending', 'sent', 'failed'] as const satisfies DeliveryStatus[];

const shape = {
  sorts: ['createdAt', 'id'],
  order: 'DESC',
  filters: {
    status: anyOf(z.enum(statuses)),
    subscriberId: anyOf(z.uuid()),
    caseId: anyOf(z.uuid()),
  },
} as const;

/** What subscribers were told, every try of it, and telling it again by hand. */
export const deliveryRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/deliveries',
    action: 'delivery.read',
    async handler(req, res) {
      const { page, ids, filters } = readList(req, shape);
      const orderBy = deliveryOrders[page.sort][page.order];
      sendList(res, await listDeliveries(db, { ...filters, ids }, { ...page, orderBy }));
    },
  },
  {
    method: 'get',
    path: '/deliveries/:id',
    action: 'delivery.read',
    async handler(req, res) {
      const row = await readDelivery(db, idOf(req));
      if (!row) throw new DomainError('not-found');
      res.json(row);
    },
  },
  {
    method: 'post',
    path: '/deliveries/:id/replay',
    action: 'delivery.replay',
    async handler(req, res) {
      const id = idOf(req);
      // Under the same id, by which the receiver knows what it has had.
      const [, again] = await db.query(
        `UPDATE delivery SET status = 'waiting', next_at = now(), tries = 0
         WHERE id = $1 AND status IN ('sent', 'failed', 'waiting')`,
        [id],
      );
      const row = await readDelivery(db, id);
      if (!row) throw new DomainError('not-found');
      if (again === 0) throw new DomainError('conflict');
      res.json(row);
    },
  },
];
