import { contractsFor } from '../../db/contracts';
import { Supplier } from '../../db/entities';
import { renewLinks } from '../../db/party-links';
import type { Deps } from '../http/deps';
import { linkOf } from '../supplier/links';
import { caseFor } from './cases/command';
import { idOf } from './list';
import type { Route } from './route';
import { currentUser } from './session/current';
import { logSetting } from './settings/log';
import { suppliers } from './settings/resources';
import { findSetting } from './settings/write';

/** The contracts that cover a case, and the links by which suppliers reach their work. */
export const supplierRoutes = ({ db, config }: Deps): Route[] => [
  {
    method: 'get',
    path: '/cases/:id/contracts',
    action: 'case.read',
    async handler(req, res) {
      const { id } = await caseFor({ db }, res, idOf(req), 'case.read');
      res.json(await contractsFor(db, id));
    },
  },
  {
    method: 'post',
    path: '/suppliers/:id/link',
    action: 'settings.write',
    async handler(req, res) {
      res.json({ url: linkOf(config, await findSetting(db.manager, suppliers, idOf(req))) });
    },
  },
  {
    // Whoever has the former link reaches nothing any more.
    method: 'post',
    path: '/suppliers/:id/new-link',
    action: 'settings.write',
    async handler(req, res) {
      const id = idOf(req);
      const url = await db.transaction(async (tx) => {
        const row = await findSetting(tx, suppliers, id);
        await tx.update(Supplier, { id }, { linkEpoch: () => 'link_epoch + 1' });
        await renewLinks(tx, config.appSecret, { id, linkEpoch: row.linkEpoch + 1 });
        await logSetting(tx, currentUser(res).id, {
          ...{ resource: 'suppliers', id, did: 'changed', changes: { linkEpoch: true }, why: null },
        });
        return linkOf(config, { ...row, linkEpoch: row.linkEpoch + 1 });
      });
      res.json({ url });
    },
  },
];
