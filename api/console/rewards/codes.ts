import { z } from 'zod';
import { Reward } from '../../../db/entities';
import { type CodeSeen, findCode, useCode } from '../../../db/rewards/codes';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { words } from '../../intake/input';
import type { Route } from '../route';
import { currentUser } from '../session/current';

// In the body: what opens something has no business in a URL.
const given = z.strictObject({ code: words(100).min(1) });

/** The counter: what a code is for, and taking it. Whose it is is not told. */
export const codeRoutes = ({ db }: Deps): Route[] => {
  const told = async ({ id, rewardId, expiresAt }: CodeSeen) => {
    const { nameIt, nameEn, descriptionIt, descriptionEn } = await db
      .getRepository(Reward)
      .findOneByOrFail({ id: rewardId });
    return { id, nameIt, nameEn, descriptionIt, descriptionEn, expiresAt };
  };
  return [
    {
      method: 'post',
      path: '/redemptions/look',
      action: 'redemption.use',
      async handler(req, res) {
        res.json(await told(await findCode(db.manager, parse(given, req.body).code)));
      },
    },
    {
      method: 'post',
      path: '/redemptions/use',
      action: 'redemption.use',
      async handler(req, res) {
        const { code } = parse(given, req.body);
        res.json(await told(await useCode(db.manager, code, currentUser(res).id)));
      },
    },
  ];
};
