import type { Response } from 'express';
import { z } from 'zod';
import { countRepairs, MOST_COMPARED } from '../../db/views/repair-outcomes';
import { groupKinds } from '../../domain/quality/compare';
import { FEWEST_RATED, FEWEST_REPAIRS } from '../../domain/quality/scorecard';
import { curveOf, readableUntil } from '../../domain/quality/survival';
import { refusal } from '../errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { computed } from './computed';
import { periodShape, readPeriod } from './period';
import { type Route, scopeOf } from './route';

const LONGEST_DAYS = 5 * 366;

const query = z.strictObject({ kind: z.enum(groupKinds), categoryId: z.uuid().optional(), ...periodShape });
const curveQuery = query.extend({ id: z.string().min(1).max(500) });

/** How good work is, by who did it and with what; of repairs of whole days, watched until now. */
export const scorecardRoutes = (deps: Deps): Route[] => {
  const { db } = deps;
  async function taskOf(res: Response, { kind, categoryId, ...asked }: z.output<typeof query>) {
    const period = await readPeriod(db, asked, LONGEST_DAYS);
    const filter = { kind, categoryIds: categoryId ? [categoryId] : [], ...period, scope: scopeOf(res) };
    if ((await countRepairs(db, filter)).all > MOST_COMPARED) throw refusal({ to: 'too-much' });
    return { filter, until: new Date() };
  }
  return [
    {
      method: 'get',
      path: '/scorecards',
      action: 'scorecard.read',
      async handler(req, res) {
        const asked = parse(query, req.query);
        const cards = await computed(deps, 'cards', await taskOf(res, asked));
        // What was typed a few times is no procedure, and may be anything.
        const shown =
          asked.kind === 'procedure' ? cards.filter(({ verdict }) => verdict === 'enough') : cards;
        res.json({ fewest: { repairs: FEWEST_REPAIRS, rated: FEWEST_RATED }, cards: shown });
      },
    },
    {
      method: 'get',
      path: '/scorecards/curve',
      action: 'scorecard.read',
      async handler(req, res) {
        const { id, ...asked } = parse(curveQuery, req.query);
        const own = await computed(deps, 'spells', { ...(await taskOf(res, asked)), id });
        // What too few say is not drawn either.
        const spells = own.length < FEWEST_REPAIRS ? [] : own;
        const lastDay = readableUntil(spells);
        res.json({ steps: curveOf(spells).filter(({ days }) => days <= lastDay), lastDay });
      },
    },
  ];
};
