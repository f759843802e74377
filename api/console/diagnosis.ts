import { z } from 'zod';
import { eventsOf } from '../../db/case-events';
import { Department } from '../../db/entities';
import { diagnose } from '../../domain/diagnosis/diagnose';
import { DomainError } from '../../domain/errors';
import { refusal } from '../errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { type Route, requireFor } from './route';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;
/** What was opened so long before may still wait. */
const BEFORE_DAYS = 366;

const query = z.strictObject({ departmentId: z.uuid(), from: z.iso.date(), to: z.iso.date() });

/** Why a department is late, if it is; of whole days, the last one included. */
export const diagnosisRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/diagnosis',
    action: 'diagnosis.read',
    async handler(req, res) {
      const { departmentId, ...asked } = parse(query, req.query);
      requireFor(res, 'diagnosis.read', departmentId);
      if (!(await db.getRepository(Department).existsBy({ id: departmentId })))
        throw new DomainError('not-found');
      const [{ from, to }] = await db.query(
        `SELECT $1::date::timestamp AT TIME ZONE timezone AS from, ($2::date + 1)::timestamp AT TIME ZONE timezone AS to
         FROM municipality LIMIT 1`,
        [asked.from, asked.to],
      );
      const days = (to.getTime() - from.getTime()) / DAY_MS;
      if (days <= 0 || days > LONGEST_DAYS + 1) throw refusal({ to: 'out-of-range' });
      const events = await eventsOf(db, departmentId, new Date(from.getTime() - BEFORE_DAYS * DAY_MS));
      res.json(diagnose(events, { from: from.getTime(), to: to.getTime() }));
    },
  },
];
