import type { RequestHandler } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { sendPhoto } from '../photos/send';
import { scopeOf } from './route';
import { requireUser } from './session/current';

/** The department of a picture: that of the case it was taken for, of its report's case, or of its report. */
const departmentOfPhoto = `
  SELECT COALESCE(own.department_id, joined.department_id, r.department_id) AS "departmentId"
  FROM photo p
  LEFT JOIN cases own ON own.id = p.case_id
  LEFT JOIN report r ON r.id = p.report_id
  LEFT JOIN membership m ON m.report_id = p.report_id
  LEFT JOIN cases joined ON joined.id = m.case_id
  WHERE p.id = $1`;

/** `GET /photos/:id`: pictures for staff, of their department's cases. */
export function photoRouter(deps: Deps, identify: RequestHandler[]): Router {
  const router = Router();
  router.get('/photos/:id', ...identify, requireUser, async (req, res) => {
    const id = parse(z.uuid(), req.params.id);
    const scope = scopeOf(res);
    if (scope !== null) {
      const [photo] = await deps.db.query(departmentOfPhoto, [id]);
      if (photo?.departmentId !== scope) throw new DomainError('not-found');
    }
    await sendPhoto(deps, req, res, id);
  });
  return router;
}
