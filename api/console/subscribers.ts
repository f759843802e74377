import { Subscriber } from '../../db/entities';
import type { Deps } from '../http/deps';
import { idOf } from './list';
import type { Route } from './route';
import { currentUser } from './session/current';
import { logSetting } from './settings/log';
import { newSecret, subscribers } from './settings/resources';
import { findSetting } from './settings/write';

const DAY_MS = 24 * 3_600_000;

/** A new secret for a subscriber, shown this once; the old one signs beside it for a day. */
export const rotationRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'post',
    path: '/subscribers/:id/rotate',
    action: 'settings.write',
    async handler(req, res) {
      const id = idOf(req);
      const secret = newSecret();
      const oldSecretUntil = new Date(Date.now() + DAY_MS);
      await db.transaction(async (tx) => {
        const { secret: oldSecret } = await findSetting(tx, subscribers, id);
        await tx.update(Subscriber, { id }, { secret, oldSecret, oldSecretUntil });
        const changes = { secret: true } as const;
        await logSetting(tx, currentUser(res).id, {
          resource: 'subscribers',
          id,
          did: 'changed',
          changes,
          why: null,
        });
      });
      res.json({ id, secret, oldSecretUntil });
    },
  },
];
