import type { Request, Response } from 'express';
import { z } from 'zod';
import { caseOrders, countByStatus, countCases, listCases } from '../../../db/views/cases';
import { caseStatuses, dangers, emergencies, stages } from '../../../domain/vocabulary';
import type { Deps } from '../../http/deps';
import { anyOf, flag, numberOf, readList, sendList } from '../list';
import { type Route, scopeOf } from '../route';

/** `latitude,longitude` */
const position = z
  .string()
  .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/)
  .transform((text) => {
    const [lat, lon] = text.split(',').map(Number) as [number, number];
    return { lat, lon };
  });

const shape = {
  sorts: ['dueAt', 'priority', 'openedAt', 'number', 'id'],
  filters: {
    q: z.string().trim().max(100).optional(),
    status: anyOf(z.enum(caseStatuses)),
    open: flag,
    departmentId: anyOf(z.uuid()),
    categoryId: anyOf(z.uuid()),
    danger: anyOf(numberOf(dangers)),
    emergency: anyOf(z.enum(emergencies)),
    late: flag,
    reopenAsked: flag,
    stage: anyOf(z.enum(stages)),
    crewId: anyOf(z.uuid()),
    near: position.optional(),
  },
} as const;

/** What was asked, and within which department. */
function asked(req: Request, res: Response) {
  const { page, ids, filters } = readList(req, shape);
  return { page, filter: { ...filters, ids, scope: scopeOf(res) } };
}

export const caseListRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/cases',
    action: 'case.read',
    async handler(req, res) {
      const { page, filter } = asked(req, res);
      const orderBy = caseOrders[page.sort][page.order];
      const [rows, count] = await Promise.all([
        listCases(db, filter, { ...page, orderBy }),
        countCases(db, filter),
      ]);
      sendList(res, { rows, ...count });
    },
  },
  {
    method: 'get',
    path: '/cases/counts',
    action: 'case.read',
    async handler(req, res) {
      res.json(await countByStatus(db, asked(req, res).filter));
    },
  },
];
