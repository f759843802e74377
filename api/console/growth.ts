import { z } from 'zod';
import { Crew, Department } from '../../db/entities';
import { monthsOf, reviewEnds, thanksFor } from '../../db/views/growth';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { type Route, requireFor } from './route';

/** Two halves of a year to compare, and the month that runs. */
const MONTHS = 13;
const YEAR = 12;

const query = z.strictObject({ departmentId: z.uuid(), crewId: z.uuid().optional() });

/** How a team does beside its own past, and what citizens thank it for; never beside another team. */
export const growthRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/growth',
    action: 'growth.read',
    async handler(req, res) {
      const { departmentId, crewId = null } = parse(query, req.query);
      requireFor(res, 'growth.read', departmentId);
      if (!(await db.getRepository(Department).existsBy({ id: departmentId })))
        throw new DomainError('not-found');
      if (crewId && !(await db.getRepository(Crew).existsBy({ id: crewId, departmentId })))
        throw new DomainError('not-found');
      const team = { departmentId, crewId };
      const [months, thanks, reviews] = await Promise.all([
        monthsOf(db, team, MONTHS),
        thanksFor(db, team),
        reviewEnds(db, departmentId, YEAR),
      ]);
      res.json({ months, thanks, reviews });
    },
  },
];
