import type { Request, Response } from 'express';
import { z } from 'zod';
import { caseOrders, countByStatus, countCases, listCases, nearestFirst } from '../../../db/views/cases';
import { DomainError } from '../../../domain/errors';
import { may } from '../../../domain/permissions';
import { bands, caseStatuses, dangers, emergencies, reportKinds, stages } from '../../../domain/vocabulary';
import { refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import { anyOf, flag, numberOf, type Page, readList, sendList } from '../list';
import { type Route, scopeOf } from '../route';
import { currentUser } from '../session/current';

/** `lat,lon`, from which distances count. */
const place = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]))
  .transform(([lat, lon]) => ({ lat, lon }));

const instant = z.iso.datetime({ offset: true }).pipe(z.coerce.date()).optional();

/** `row,col` of the dashboards' map. */
const cell = z
  .string()
  .regex(/^-?\d{1,6},-?\d{1,6}$/)
  .transform((text) => text.split(',').map(Number))
  .transform(([row, col]) => ({ row: row ?? 0, col: col ?? 0 }));

/** What the figures of dashboards open. */
const counted = {
  ...{ openedFrom: instant, openedTo: instant, doneFrom: instant, doneTo: instant },
  ...{ openAt: instant, lateAt: instant, reviewAt: instant, reviewOverdueAt: instant },
  ...{ counted: flag, repaired: flag, doneLate: flag, rated: flag, recurrence: flag, reopened: flag },
  cell: cell.optional(),
};

const shape = {
  sorts: ['dueAt', 'priority', 'openedAt', 'number', 'id', 'distance'],
  filters: {
    q: z.string().trim().max(100).optional(),
    status: anyOf(z.enum(caseStatuses)),
    open: flag,
    kind: anyOf(z.enum(reportKinds)),
    departmentId: anyOf(z.uuid()),
    categoryId: anyOf(z.uuid()),
    danger: anyOf(numberOf(dangers)),
    emergency: anyOf(z.enum(emergencies)),
    band: anyOf(z.enum(bands)),
    burst: flag,
    late: flag,
    reopenAsked: flag,
    askedOfUs: z.literal('true').optional(),
    stage: anyOf(z.enum(stages)),
    crewId: anyOf(z.uuid()),
    near: place.optional(),
    except: z.uuid().optional(),
    ...counted,
  },
} as const;

/** What was asked, and within which department. */
function asked(req: Request, res: Response) {
  const { page, ids, filters } = readList(req, shape);
  const { role } = currentUser(res);
  // Which deadlines wait for an explanation is for those who read the reviews, or their number.
  if (
    (filters.reviewAt || filters.reviewOverdueAt) &&
    !may(role, 'review.read') &&
    !may(role, 'dashboard.read')
  )
    throw new DomainError('forbidden');
  const { near, ...others } = filters;
  const { askedOfUs, ...plain } = others;
  const whose = { scope: scopeOf(res), reader: currentUser(res).id };
  return { page, near, filter: { ...plain, ids, ...whose, askedOfUs: askedOfUs === 'true' } };
}

/** From where is part of the question: without it there is no nearest. */
function orderOf({ sort, order }: Page<(typeof shape.sorts)[number]>, near?: z.output<typeof place>): string {
  if (sort !== 'distance') return caseOrders[sort][order];
  if (!near) throw refusal({ near: 'required' });
  return nearestFirst(near);
}

export const caseListRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/cases',
    action: 'case.read',
    async handler(req, res) {
      const { page, near, filter } = asked(req, res);
      const orderBy = orderOf(page, near);
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
