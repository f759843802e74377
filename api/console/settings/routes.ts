import { randomUUID } from 'node:crypto';
import type { Deps } from '../../http/deps';
import { idOf, sendList } from '../list';
import type { Route } from '../route';
import { currentUser } from '../session/current';
import { listSettings } from './list';
import type { Record_, Resource } from './resource';
import { extended, findSetting, removeSetting, writeSetting } from './write';

/** List, read, create, change and remove one kind of setting. */
export function settingsRoutes<Row extends Record_>(deps: Deps, resource: Resource<Row>): Route[] {
  const { db } = deps;
  const path = `/${resource.name}`;
  const one = `${path}/:id`;
  const { secret = [] } = resource;
  const shown = async (rows: Row[]) =>
    (await extended(db.manager, resource, rows)).map((row) => without(row, secret));
  const found = (id: string) => findSetting(db.manager, resource, id);
  const read = async (id: string) => (await shown([await found(id)]))[0];

  return [
    {
      method: 'get',
      path,
      action: 'settings.read',
      async handler(req, res) {
        const { rows, total } = await listSettings(req, db.getRepository(resource.entity), resource);
        sendList(res, { rows: await shown(rows), total });
      },
    },
    {
      method: 'get',
      path: one,
      action: 'settings.read',
      async handler(req, res) {
        res.json(await read(idOf(req)));
      },
    },
    {
      method: 'post',
      path,
      action: resource.write,
      async handler(req, res) {
        const id = randomUUID();
        const write = { id, body: req.body, userId: currentUser(res).id, isNew: true };
        await writeSetting(deps, resource, write);
        const once = resource.shownOnce?.(deps.config, id, await found(id));
        res.status(201).json({ ...(await read(id)), ...once });
      },
    },
    {
      method: 'put',
      path: one,
      action: resource.write,
      async handler(req, res) {
        const id = idOf(req);
        const write = { id, body: req.body, userId: currentUser(res).id, isNew: false };
        await writeSetting(deps, resource, write);
        res.json(await read(id));
      },
    },
    {
      method: 'delete',
      path: one,
      action: resource.write,
      async handler(req, res) {
        const id = idOf(req);
        const did = await removeSetting(deps, resource, { id, userId: currentUser(res).id });
        res.json({ id, did });
      },
    },
  ];
}

const without = (row: object, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
