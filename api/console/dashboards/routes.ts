import type { DataSource } from 'typeorm';
import type { Deps } from '../../http/deps';
import type { Route } from '../route';
import { type Asked, askedOf } from './asked';
import { backlog, late, recurrences, satisfaction } from './flows';
import { findings, map, reviews } from './quarters';

const dashboards: Record<string, (db: DataSource, asked: Asked) => Promise<object>> = {
  ...{ late, backlog, findings, reviews, satisfaction, recurrences, map },
};
export const dashboardNames = Object.keys(dashboards);

/** `GET /dashboards/<name>?quarter=2026-4&departmentId=…`: figures of a quarter beside those of the period before. */
export const dashboardRoutes = ({ db }: Deps): Route[] =>
  Object.entries(dashboards).map(([name, read]) => ({
    method: 'get',
    path: `/dashboards/${name}`,
    action: 'dashboard.read',
    async handler(req, res) {
      const asked = await askedOf(db, req, res);
      const { from, to, freshUntil } = asked;
      res.json({ freshUntil, from, to, ...(await read(db, asked)) });
    },
  }));
