import { Context } from '@temporalio/activity';
import { Case } from '../db/entities';
import { isOver } from '../domain/case/state';
import { DomainError } from '../domain/errors';
import { pauseEnd, planClock } from '../domain/sla/plan';
import { urgencyOf } from '../domain/sla/policy';
import type { CasePorts } from '../workflows/case/ports';
import { createArchive } from './archive';
import type { Dependencies } from './dependencies';
import { withFailureCodes } from './failures';
import { mergeCase, readMembers, tellMembers } from './members';
import { createPolicies } from './policies';
import { lockCase, project } from './projection';

/** What the case workflow asks of the world. */
export function createCaseActivities(dependencies: Dependencies): CasePorts {
  const { db, slaSpeed: speed } = dependencies;
  const policies = createPolicies(db);

  async function loadCase(caseId: string): Promise<Case> {
    const row = await db.getRepository(Case).findOneBy({ id: caseId });
    if (!row) throw new DomainError('not-found');
    return row;
  }

  return withFailureCodes<CasePorts>({
    async loadCase(caseId) {
      const { kind, departmentId, categoryId, danger, emergency, openedAt } = await loadCase(caseId);
      return { kind, departmentId, categoryId, danger, emergency, openedAt: openedAt.getTime() };
    },

    readMembers: (caseId) => readMembers(db, caseId),

    recordCase: (record) =>
      db.transaction(async (tx) => project(tx, await lockCase(tx, record.state.caseId), record)),

    planClocks: ({ clocks }) =>
      Promise.all(
        clocks.map(async ({ kind, startedAt, pauses, policy: key }) => {
          const policy = await policies.policyFor(key);
          const target = policy?.targets.targets[kind];
          if (!target) return null;
          const rules = await policies.calendarOf(key.departmentId);
          return planClock({ target, rules, startedAt, pauses, speed });
        }),
      ),

    async planPauses({ caseId, taken, pauses }) {
      const row = await loadCase(caseId);
      const { departmentId, categoryId } = row;
      const policy = await policies.policyFor({ departmentId, categoryId, urgency: urgencyOf(row) });
      const maxPauseMinutes = policy?.targets.maxPauseMinutes ?? 0;
      return pauses.map(({ from, until }) => pauseEnd({ from, until, taken, maxPauseMinutes, speed }));
    },

    closeCase: ({ state, facts }) =>
      db.transaction(async (tx) => {
        const row = await lockCase(tx, state.caseId);
        const [{ unread }] = await tx.query(
          'SELECT count(*)::int AS unread FROM membership WHERE case_id = $1 AND read_at IS NULL',
          [state.caseId],
        );
        const closedBefore = isOver(row) && row.version >= state.version;
        if (unread > 0 && !closedBefore) return { closed: false };
        await project(tx, row, { state, facts });
        return { closed: true };
      }),

    mergeCase: (merge) => mergeCase(dependencies, merge),

    tellMembers: (notice) => tellMembers(dependencies, notice, (told) => Context.current().heartbeat(told)),

    archiveHistory: createArchive(dependencies),
  });
}
