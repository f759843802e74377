import { z } from 'zod';
import { timelineOf } from '../../db/views/case-page';
import { listReports, readReport, reportOrders } from '../../db/views/reports';
import { DomainError } from '../../domain/errors';
import { channels, reportKinds } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import { localeOf } from '../http/locale';
import { parse } from '../http/validate';
import { acceptReport } from '../intake/accept';
import { photoUpload, uploadedFiles } from '../photos/upload';
import { withReporter } from './cases/page';
import { anyOf, idOf, readList, sendList } from './list';
import { type Route, scopeOf } from './route';
import { currentUser } from './session/current';

const shape = {
  sorts: ['receivedAt', 'number', 'id'],
  order: 'DESC',
  filters: {
    q: z.string().trim().max(100).optional(),
    kind: anyOf(z.enum(reportKinds)),
    channel: anyOf(z.enum(channels)),
    departmentId: anyOf(z.uuid()),
    categoryId: anyOf(z.uuid()),
    caseId: anyOf(z.uuid()),
  },
} as const;

/** What the citizen's own report never says: by what way it came in. */
const entry = z.looseObject({ channel: z.enum(['phone', 'counter', 'letter']) });

/** What people told us; staff enter what comes by telephone, counter or letter. */
export const reportRoutes = (deps: Deps): Route[] => [
  {
    method: 'get',
    path: '/reports',
    action: 'case.read',
    async handler(req, res) {
      const { page, ids, filters } = readList(req, shape);
      const orderBy = reportOrders[page.sort][page.order];
      const filter = { ...filters, ids, scope: scopeOf(res) };
      sendList(res, await listReports(deps.db, filter, { ...page, orderBy }));
    },
  },
  {
    method: 'get',
    path: '/reports/:id',
    action: 'case.read',
    async handler(req, res) {
      const row = await readReport(deps.db, idOf(req), scopeOf(res));
      if (!row) throw new DomainError('not-found');
      const timeline = await timelineOf(deps.db, [`report:${row.id}`]);
      res.json({ ...withReporter(row, currentUser(res)), timeline });
    },
  },
  {
    method: 'post',
    path: '/reports',
    action: 'report.enter',
    before: photoUpload,
    async handler(req, res) {
      const { channel, ...raw } = parse(entry, { ...req.body });
      const accepted = await acceptReport(
        deps,
        { raw, files: uploadedFiles(req) },
        {
          channel,
          locale: localeOf(res),
          enteredBy: currentUser(res).id,
          idempotencyKey: req.get('Idempotency-Key'),
        },
      );
      res.status(201).json({ id: accepted.reportId, ...accepted });
    },
  },
];
