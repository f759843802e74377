import type { Response } from 'express';
import { z } from 'zod';
import { timelineOf } from '../../../db/views/case-page';
import { readPool } from '../../../db/views/round-pool';
import { listRounds, readRound, roundOrders } from '../../../db/views/rounds';
import { DomainError } from '../../../domain/errors';
import { mayFor } from '../../../domain/permissions';
import { roundStatuses } from '../../../domain/round/state';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { anyOf, idOf, readList, sendList } from '../list';
import { type Route, scopeOf } from '../route';
import { currentUser } from '../session/current';
import { tellRound } from './command';
import { dispatchRound } from './dispatch';
import { createDraft, discardDraft, roundFor, savePlan } from './draft';
import { draftStops } from './input';
import { orderDraft, planDraft } from './plan';

const shape = {
  sorts: ['shiftFrom', 'id'],
  order: 'DESC',
  filters: {
    status: anyOf(z.enum(roundStatuses)),
    departmentId: anyOf(z.uuid()),
    crewId: anyOf(z.uuid()),
    day: z.iso.date().optional(),
  },
} as const;

/** Rounds of crews: planned by coordinators, driven by crews, read by everybody of the department. */
export const roundRoutes = (deps: Deps): Route[] => {
  const { db } = deps;

  /** Everything about a round, and what this person may do about it. */
  async function show(res: Response, id: string) {
    const row = await readRound(db, id, scopeOf(res));
    if (!row) throw new DomainError('not-found');
    const user = currentUser(res);
    return {
      ...row,
      mayPlan: mayFor(user, 'round.plan', row.departmentId),
      mayDrive: mayFor(user, 'round.drive', row.departmentId),
      timeline: await timelineOf(db, [`round:${id}`]),
    };
  }

  return [
    {
      method: 'get',
      path: '/rounds',
      action: 'round.read',
      async handler(req, res) {
        const { page, ids, filters } = readList(req, shape);
        const orderBy = roundOrders[page.sort][page.order];
        sendList(res, await listRounds(db, { ...filters, ids, scope: scopeOf(res) }, { ...page, orderBy }));
      },
    },
    {
      method: 'get',
      path: '/rounds/:id',
      action: 'round.read',
      async handler(req, res) {
        res.json(await show(res, idOf(req)));
      },
    },
    {
      method: 'get',
      path: '/rounds/:id/pool',
      action: 'round.plan',
      async handler(req, res) {
        const { id, departmentId, crewId, status } = await roundFor(deps, res, idOf(req), 'round.plan');
        res.json(
          await readPool(db, { roundId: id, departmentId, crewId, onTheWay: status === 'dispatched' }),
        );
      },
    },
    {
      method: 'post',
      path: '/rounds',
      action: 'round.plan',
      async handler(req, res) {
        res.status(201).json(await show(res, await createDraft(deps, res, req.body)));
      },
    },
    {
      method: 'post',
      path: '/rounds/:id/plan',
      action: 'round.plan',
      async handler(req, res) {
        const row = await roundFor(deps, res, idOf(req), 'round.plan');
        if (row.status !== 'draft') throw new DomainError('conflict');
        await savePlan(deps, row, await planDraft(db, row), currentUser(res).id);
        res.json(await show(res, row.id));
      },
    },
    {
      method: 'put',
      path: '/rounds/:id/stops',
      action: 'round.plan',
      async handler(req, res) {
        const { stops } = parse(draftStops, req.body);
        const row = await roundFor(deps, res, idOf(req), 'round.plan');
        if (row.status !== 'draft') throw new DomainError('conflict');
        await savePlan(deps, row, await orderDraft(db, row, stops), currentUser(res).id);
        res.json(await show(res, row.id));
      },
    },
    {
      method: 'post',
      path: '/rounds/:id/dispatch',
      action: 'round.plan',
      async handler(req, res) {
        const { id } = await roundFor(deps, res, idOf(req), 'round.plan');
        await dispatchRound(deps, id, currentUser(res).id);
        res.json(await show(res, id));
      },
    },
    {
      method: 'delete',
      path: '/rounds/:id',
      action: 'round.plan',
      async handler(req, res) {
        const { id } = await roundFor(deps, res, idOf(req), 'round.plan');
        await discardDraft(deps, id);
        res.json({ id });
      },
    },
    {
      method: 'post',
      path: '/rounds/:id/commands',
      action: 'round.drive',
      async handler(req, res) {
        res.json(await tellRound(deps, res, idOf(req), req.body));
      },
    },
  ];
};
