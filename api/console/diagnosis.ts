import { z } from 'zod';
import { eventsOf } from '../../db/case-events';
import { Department } from '../../db/entities';
import { diagnose } from '../../domain/diagnosis/diagnose';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { periodShape, readPeriod } from './period';
import { type Route, requireFor } from './route';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;
/** What was opened so long before may still wait. */
const BEFORE_DAYS = 366;

const query = z.strictObject({ departmentId: z.uuid(), ...periodShape });

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
      const { from, to } = await readPeriod(db, asked, LONGEST_DAYS);
      const events = await eventsOf(db, departmentId, new Date(from.getTime() - BEFORE_DAYS * DAY_MS));
      res.json(diagnose(events, { from: from.getTime(), to: to.getTime() }));
    },
  },
];
