import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import { z } from 'zod';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { readList, sendList } from './list';
import { type Route, scopeOf } from './route';

const MOST = 100_000;
const day = z.iso.date();
const period = z.strictObject({ from: day.optional(), to: day.optional() });
const shape = { sorts: ['registeredAt'], order: 'DESC', filters: period.shape } as const;

/** Local days, both included; the digest of the words proves later what was registered. */
const ROWS = `
SELECT r.register_number AS "registerNumber", r.registered_at AS "registeredAt", r.number AS "reportNumber",
  r.received_at AS "receivedAt", r.kind, r.channel, g.code AS category, d.code AS department, n.digest
FROM report r JOIN category g ON g.id = r.category_id JOIN department d ON d.id = r.department_id
JOIN note n ON n.id = r.note_id CROSS JOIN (SELECT timezone FROM municipality LIMIT 1) t
WHERE r.registered_at IS NOT NULL
  AND ($1::date IS NULL OR r.registered_at >= $1::date::timestamp AT TIME ZONE t.timezone)
  AND ($2::date IS NULL OR r.registered_at < ($2::date + 1)::timestamp AT TIME ZONE t.timezone)`;

interface Row {
  registerNumber: string;
  registeredAt: Date;
  reportNumber: string;
  receivedAt: Date;
  kind: string;
  channel: string;
  category: string;
  department: string;
  digest: Buffer;
}

/** The official register: every report with its number, to be looked at and handed on. No names and no words. */
export const registerRoutes = ({ db }: Deps): Route[] => {
  // The register is the whole municipality's.
  const wholeOnly = (res: Response) => {
    if (scopeOf(res)) throw new DomainError('forbidden');
  };
  return [
    {
      method: 'get',
      path: '/register',
      action: 'audit.read',
      async handler(req, res) {
        wholeOnly(res);
        const { page, filters } = readList(req, shape);
        const values = [filters.from ?? null, filters.to ?? null];
        const rows: Row[] = await db.query(
          `${ROWS} ORDER BY r.registered_at ${page.order}, r.register_number ${page.order} LIMIT $3 OFFSET $4`,
          [...values, page.limit, page.start],
        );
        const [{ total }] = await db.query(`SELECT count(*)::int AS total FROM (${ROWS}) counted`, values);
        const shown = rows.map(({ digest, ...row }) => ({
          ...{ id: row.registerNumber, ...row, digest: digest.toString('hex') },
        }));
        sendList(res, { rows: shown, total });
      },
    },
    {
      method: 'get',
      path: '/register.csv',
      action: 'audit.read',
      async handler(req, res) {
        wholeOnly(res);
        const { from = null, to = null } = parse(period, req.query);
        const rows: Row[] = await db.query(`${ROWS} ORDER BY r.registered_at, r.register_number LIMIT $3`, [
          ...[from, to, MOST],
        ]);
        res
          .attachment(`register-${from ?? 'begin'}-${to ?? 'today'}.csv`)
          .type('text/csv; charset=utf-8; header=present')
          .send(
            stringify(rows, {
              header: true,
              escape_formulas: true,
              cast: {
                date: (value) => value.toISOString(),
                object: (value) => (value as unknown as Buffer).toString('hex'),
              },
            }),
          );
      },
    },
  ];
};
