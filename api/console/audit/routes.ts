import { z } from 'zod';
import { checkChains } from '../../../db/audit/chains';
import { Case } from '../../../db/entities';
import { timelineOf } from '../../../db/views/case-page';
import { caseOrders, countCases, listCases } from '../../../db/views/cases';
import { DomainError } from '../../../domain/errors';
import { replay } from '../../../temporal/replay';
import { historyOf, runsOf } from '../../../temporal/runs';
import { caseWorkflowId } from '../../../workflows/case/messages';
import { emergencyWorkflowId } from '../../../workflows/emergency/messages';
import { reportWorkflowId } from '../../../workflows/report/messages';
import { roundWorkflowId } from '../../../workflows/round/messages';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { idOf, readList, sendList } from '../list';
import { type Route, scopeOf } from '../route';
import { compareCase } from './compare';

const shape = {
  sorts: ['openedAt', 'number', 'id'],
  order: 'DESC',
  filters: { q: z.string().trim().max(100).optional() },
} as const;

const run = z.strictObject({ workflowId: z.string().max(200), runId: z.uuid() });

/** What the auditor reads and runs again; nothing here changes anything. */
export function auditRoutes(deps: Deps): Route[] {
  const { db } = deps;

  /** The reports of a case that this person may audit. */
  async function reportsOf(id: string, scope: string | null): Promise<{ id: string; number: string }[]> {
    const row = await db
      .getRepository(Case)
      .findOne({ select: { id: true, departmentId: true }, where: { id } });
    if (!row || (scope !== null && scope !== row.departmentId)) throw new DomainError('not-found');
    return db.query(
      `SELECT r.id, r.number FROM membership m JOIN report r ON r.id = m.report_id
       WHERE m.case_id = $1 ORDER BY m.attached_at, r.id`,
      [id],
    );
  }

  async function workflowsOf(caseId: string, reports: { id: string }[]): Promise<string[]> {
    const { snapshot } = await db
      .getRepository(Case)
      .findOneOrFail({ select: { id: true, snapshot: true }, where: { id: caseId } });
    const forwards = Array.from({ length: snapshot?.forwards ?? 0 }, (_, index) => ({
      caseId,
      forwardNumber: index + 1,
    }));
    return [
      caseWorkflowId(caseId),
      ...forwards.map(emergencyWorkflowId),
      ...reports.map(({ id }) => reportWorkflowId(id)),
      ...(await roundsOf(caseId)).map(roundWorkflowId),
    ];
  }

  /** The rounds of crews that the case was handed over in. */
  async function roundsOf(caseId: string): Promise<string[]> {
    const rows: { id: string }[] = await db.query(
      `SELECT r.id FROM round_stop s JOIN round r ON r.id = s.round_id AND r.status <> 'draft'
       WHERE s.case_id = $1 ORDER BY r.dispatched_at`,
      [caseId],
    );
    return rows.map(({ id }) => id);
  }

  /** The history asked for, which must be of this case. */
  async function historyAsked(id: string, scope: string | null, asked: unknown) {
    const wanted = parse(run, asked);
    const reports = await reportsOf(id, scope);
    if (!(await workflowsOf(id, reports)).includes(wanted.workflowId)) throw new DomainError('not-found');
    const history = await historyOf(deps, wanted);
    if (history === null) throw new DomainError('not-found');
    return { ...wanted, history };
  }

  return [
    {
      method: 'get',
      path: '/audit',
      action: 'audit.read',
      async handler(req, res) {
        const { page, ids, filters } = readList(req, shape);
        const filter = { ...filters, ids, scope: scopeOf(res) };
        const orderBy = caseOrders[page.sort][page.order];
        const rows = await listCases(db, filter, { ...page, orderBy });
        sendList(res, { rows, ...(await countCases(db, filter)) });
      },
    },
    {
      method: 'get',
      path: '/audit/:id',
      action: 'audit.read',
      async handler(req, res) {
        const id = idOf(req);
        const reports = await reportsOf(id, scopeOf(res));
        const names = [
          `case:${id}`,
          ...reports.map((report) => `report:${report.id}`),
          ...(await roundsOf(id)).map((roundId) => `round:${roundId}`),
        ];
        const [row] = await listCases(
          db,
          { ids: [id], scope: null },
          { start: 0, limit: 1, orderBy: 'c.id' },
        );
        const chains = [];
        for await (const check of checkChains(db.manager, names)) chains.push(check);
        const runs = await runsOf(deps, await workflowsOf(id, reports));
        const comparison = await compareCase(deps, id, runs);
        // Of a round what it says of itself and of this case.
        const entries = (await timelineOf(db, names)).filter(
          ({ chain, data }) =>
            !chain.startsWith('round:') || [undefined, id].includes((data as { caseId?: string }).caseId),
        );
        res.json({ ...row, reports, chains, runs, comparison, entries });
      },
    },
    {
      method: 'get',
      path: '/audit/:id/history',
      action: 'audit.read',
      async handler(req, res) {
        const { history } = await historyAsked(idOf(req), scopeOf(res), req.query);
        res.type('json').send(history);
      },
    },
    {
      method: 'post',
      path: '/audit/:id/replay',
      action: 'audit.replay',
      async handler(req, res) {
        const { history, workflowId } = await historyAsked(idOf(req), scopeOf(res), req.body);
        res.json(await replay(history, workflowId));
      },
    },
  ];
}
