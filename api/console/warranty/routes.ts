import { z } from 'zod';
import { claimOrders, listClaims } from '../../../db/views/warranty-claims';
import { DomainError } from '../../../domain/errors';
import { claimStates } from '../../../domain/warranty/claim';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { anyOf, idOf, readList, sendList } from '../list';
import { type Route, scopeOf } from '../route';
import { sendClaim, withdrawClaim } from './decide';

const words = z.string().trim().min(1).max(3000);
const sending = z.strictObject({ note: words.optional() });
const withdrawal = z.strictObject({ note: words });

const shape = {
  sorts: ['proposedAt', 'warrantyUntil', 'id'],
  order: 'DESC',
  filters: { state: anyOf(z.enum(claimStates)), supplierId: anyOf(z.uuid()), caseId: anyOf(z.uuid()) },
} as const;

/** What suppliers owe again: proposed by itself, sent and withdrawn by people, answered by the supplier. */
export const warrantyRoutes = (deps: Deps): Route[] => [
  {
    method: 'get',
    path: '/warranty-claims',
    action: 'warranty.read',
    async handler(req, res) {
      const { page, ids, filters } = readList(req, shape);
      const orderBy = claimOrders[page.sort][page.order];
      sendList(
        res,
        await listClaims(deps.db, { ...filters, ids, scope: scopeOf(res) }, { ...page, orderBy }),
      );
    },
  },
  {
    method: 'get',
    path: '/warranty-claims/:id',
    action: 'warranty.read',
    async handler(req, res) {
      const one = { start: 0, limit: 1, orderBy: claimOrders.id.ASC };
      const { rows } = await listClaims(deps.db, { ids: [idOf(req)], scope: scopeOf(res) }, one);
      if (!rows[0]) throw new DomainError('not-found');
      res.json(rows[0]);
    },
  },
  {
    method: 'post',
    path: '/warranty-claims/:id/send',
    action: 'warranty.decide',
    async handler(req, res) {
      const { note } = parse(sending, req.body ?? {});
      await sendClaim(deps, res, idOf(req), note);
      res.json({ id: idOf(req) });
    },
  },
  {
    method: 'post',
    path: '/warranty-claims/:id/withdraw',
    action: 'warranty.decide',
    async handler(req, res) {
      const { note } = parse(withdrawal, req.body ?? {});
      await withdrawClaim(deps, res, idOf(req), note);
      res.json({ id: idOf(req) });
    },
  },
];
