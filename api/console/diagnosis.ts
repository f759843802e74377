import { z } from 'zod';
import { diagnoseInThread } from '../../activities/diagnosis/diagnosis-thread';
import { diagnoseDepartment } from '../../db/diagnosis';
import { Department } from '../../db/entities';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { periodShape, readPeriod } from './period';
import { type Route, requireFor } from './route';

const LONGEST_DAYS = 366;

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
      const period = await readPeriod(db, asked, LONGEST_DAYS);
      res.json(await diagnoseDepartment(db, departmentId, period, new Date(), diagnoseInThread));
    },
  },
];
