import type { Response } from 'express';
import { type TimelineEntry, timelineOf } from '../../../db/views/case-page';
import {
  countCauses,
  listOwners,
  listReviews,
  type ReviewDetail,
  readReview,
  recurringCauses,
  reviewOrders,
} from '../../../db/views/reviews';
import { DomainError } from '../../../domain/errors';
import { mayFor, type Subject } from '../../../domain/permissions';
import { pareto } from '../../../domain/review/pareto';
import { RECURRING, recurringSince } from '../../../domain/review/recurring';
import type { ReviewCause } from '../../../domain/review/review';
import { longestWait } from '../../../domain/review/waits';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { idOf, readList, sendList } from '../list';
import { readPeriod } from '../period';
import { type Route, scopeOf } from '../route';
import { currentUser } from '../session/current';
import {
  causesQuery,
  closingInput,
  findingInput,
  listShape,
  ownersQuery,
  reopeningInput,
  viewInput,
} from './input';
import { maySettle, writeAct, writeFindings, writeView } from './write';

const LONGEST_DAYS = 366;

/** What an entry says beside its words. */
const told = (data: object) => data as Record<string, unknown>;

/** What takes a case to another department. */
const leaves = ({ name, data }: TimelineEntry): boolean =>
  name === 'rerouted' || (name === 'handover-taken' && told(data).kind === 'department');

/** Who no longer reads the case sees it until it went, and what was said of the review. */
function seenBy(user: Subject, row: ReviewDetail, timeline: TimelineEntry[]): TimelineEntry[] {
  if ([row.caseDepartmentId, ...row.involved].some((id) => mayFor(user, 'case.read', id))) return timeline;
  const gone = timeline.find((entry) => leaves(entry) && entry.at >= row.openedAt)?.at ?? row.openedAt;
  return timeline.filter(({ at, data }) => at <= gone || told(data).reviewId === row.id);
}

/** What people make of missed deadlines: to learn from them, never to blame. */
export const reviewRoutes = (deps: Deps): Route[] => {
  const { db } = deps;

  /** A review with what happened until then and since, and what this person may do about it. */
  async function show(res: Response, id: string) {
    const row = await readReview(db, id, scopeOf(res));
    if (!row) throw new DomainError('not-found');
    const user = currentUser(res);
    const timeline = seenBy(user, row, await timelineOf(db, [`case:${row.caseId}`]));
    const steps = timeline.map(({ name, at }) => ({ name, at: at.getTime() }));
    const { involved: _involved, caseDepartmentId: _department, ...review } = row;
    return {
      ...review,
      ...{ timeline, longestWait: longestWait(steps, row.dueAt.getTime()) },
      mayDecide: maySettle(user, row),
      maySay: mayFor(user, 'review.say', row.departmentId),
    };
  }

  return [
    {
      method: 'get',
      path: '/reviews',
      action: 'review.read',
      async handler(req, res) {
        const { page, ids, filters } = readList(req, listShape);
        const orderBy = reviewOrders[page.sort][page.order];
        sendList(res, await listReviews(db, { ...filters, ids, scope: scopeOf(res) }, { ...page, orderBy }));
      },
    },
    {
      method: 'get',
      path: '/reviews/causes',
      action: 'review.read',
      async handler(req, res) {
        const { departmentId, ...asked } = parse(causesQuery, req.query);
        const period = await readPeriod(db, asked, LONGEST_DAYS);
        const counts = await countCauses(db, { scope: scopeOf(res), departmentId, ...period });
        const sums: Partial<Record<ReviewCause, number>> = {};
        for (const { cause, count } of counts) sums[cause] = (sums[cause] ?? 0) + count;
        const since = new Date(recurringSince(Date.now()));
        const recurring = await recurringCauses(db, { scope: scopeOf(res), departmentId, since });
        res.json({ bars: pareto(sums), recurring, times: RECURRING.times });
      },
    },
    {
      method: 'get',
      path: '/reviews/owners',
      action: 'review.say',
      async handler(req, res) {
        const { departmentId = [] } = parse(ownersQuery, req.query);
        const scope = scopeOf(res);
        const owners = await listOwners(db, scope ? [scope] : departmentId);
        res.json(owners.map(({ id, name, role }) => ({ id, name, role })));
      },
    },
    {
      method: 'get',
      path: '/reviews/:id',
      action: 'review.read',
      async handler(req, res) {
        res.json(await show(res, idOf(req)));
      },
    },
    {
      method: 'post',
      path: '/reviews/findings',
      action: 'review.say',
      async handler(req, res) {
        const found = await writeFindings(deps, currentUser(res), parse(findingInput, req.body));
        res.json({ found: found.length });
      },
    },
    {
      method: 'post',
      path: '/reviews/:id/views',
      action: 'review.say',
      async handler(req, res) {
        const id = idOf(req);
        await writeView(deps, currentUser(res), { id, ...parse(viewInput, req.body) });
        res.json(await show(res, id));
      },
    },
    {
      method: 'post',
      path: '/reviews/:id/close',
      action: 'review.say',
      async handler(req, res) {
        const id = idOf(req);
        const { version, note, ...said } = parse(closingInput, req.body);
        await writeAct(deps, currentUser(res), { id, version }, { act: { name: 'close', ...said }, note });
        res.json(await show(res, id));
      },
    },
    {
      method: 'post',
      path: '/reviews/:id/reopen',
      action: 'review.say',
      async handler(req, res) {
        const id = idOf(req);
        const { version, note } = parse(reopeningInput, req.body);
        await writeAct(deps, currentUser(res), { id, version }, { act: { name: 'reopen' }, note });
        res.json(await show(res, id));
      },
    },
  ];
};
