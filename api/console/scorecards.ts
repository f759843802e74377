import { z } from 'zod';
import { listOutcomes } from '../../db/views/repair-outcomes';
import { compareGroups, groupKinds } from '../../domain/quality/compare';
import { FEWEST_RATED, FEWEST_REPAIRS } from '../../domain/quality/scorecard';
import { curveOf } from '../../domain/quality/survival';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { periodShape, readPeriod } from './period';
import { type Route, scopeOf } from './route';

const LONGEST_DAYS = 5 * 366;

const query = z.strictObject({ kind: z.enum(groupKinds), ...periodShape });
const curveQuery = query.extend({ id: z.string().min(1).max(500) });

/** How good work is, by who did it and with what; of repairs of whole days, watched until now. */
export const scorecardRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/scorecards',
    action: 'scorecard.read',
    async handler(req, res) {
      const { kind, ...asked } = parse(query, req.query);
      const period = await readPeriod(db, asked, LONGEST_DAYS);
      const outcomes = await listOutcomes(db, { kind, ...period, scope: scopeOf(res) }, new Date());
      const cards = compareGroups(outcomes);
      // What was typed a few times is no procedure, and may be anything.
      const shown = kind === 'procedure' ? cards.filter(({ verdict }) => verdict === 'enough') : cards;
      res.json({ fewest: { repairs: FEWEST_REPAIRS, rated: FEWEST_RATED }, cards: shown });
    },
  },
  {
    method: 'get',
    path: '/scorecards/curve',
    action: 'scorecard.read',
    async handler(req, res) {
      const { kind, id, ...asked } = parse(curveQuery, req.query);
      const period = await readPeriod(db, asked, LONGEST_DAYS);
      const outcomes = await listOutcomes(db, { kind, ...period, scope: scopeOf(res) }, new Date());
      const spells = outcomes.filter(({ groups }) => groups.some((one) => one.id === id)).map((o) => o.spell);
      // What too few say is not drawn either.
      const enough = spells.length >= FEWEST_REPAIRS;
      res.json({
        steps: enough ? curveOf(spells) : [],
        lastDay: enough ? spells.reduce((last, { days }) => Math.max(last, days), 0) : 0,
      });
    },
  },
];
