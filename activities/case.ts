import { Context } from '@temporalio/activity';
import { IsNull } from 'typeorm';
import { Case, Membership } from '../db/entities';
import { isOver } from '../domain/case/state';
import { DomainError } from '../domain/errors';
import { pauseEnd, planClock } from '../domain/sla/plan';
import { membersSignal } from '../workflows/case/messages';
import type { CasePorts } from '../workflows/case/ports';
import { createArchive } from './archive';
import { carriedOut } from './carried-out';
import { partsOpened } from './conversation';
import type { Dependencies } from './dependencies';
import { withFailureCodes } from './failures';
import { readMembers, tellMembers } from './members';
import { mergeCase, releaseEmergencies, tellReleased } from './moves';
import { partMembers } from './parting';
import { createPolicies } from './policies';
import { lockCase, project } from './projection';

/** What the case workflow asks of the world. */
export function createCaseActivities(dependencies: Dependencies): CasePorts {
  const { db, signals, slaSpeed: speed } = dependencies;
  const policies = createPolicies(db);

  async function loadCase(caseId: string): Promise<Case> {
    const row = await db.getRepository(Case).findOneBy({ id: caseId });
    if (!row) throw new DomainError('not-found');
    return row;
  }

  return withFailureCodes<CasePorts>({
    async loadCase(caseId) {
      const row = await loadCase(caseId);
      const { kind, departmentId, categoryId, danger, emergency, partOf, openedAt, snapshot } = row;
      const opening = { kind, departmentId, categoryId, danger, emergency, openedAt: openedAt.getTime() };
      return {
        opening: { ...opening, ...(partOf && { partOf }) },
        snapshot,
        done: await carriedOut(db, row),
      };
    },

    readMembers: (caseId) => readMembers(db, caseId),

    async recordCase(record) {
      await db.transaction(async (tx) =>
        project(tx, await lockCase(tx, record.state.caseId), record, dependencies),
      );
      for (const part of partsOpened(record.facts)) await signals.toCase(part, membersSignal, []);
    },

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

    async planPauses({ policy: key, taken, pauses }) {
      const policy = await policies.policyFor(key);
      const maxPauseMinutes = policy?.targets.maxPauseMinutes ?? 0;
      return pauses.map(({ from, until }) => pauseEnd({ from, until, taken, maxPauseMinutes, speed }));
    },

    async closeCase({ state, facts }) {
      const { caseId } = state;
      const closed = await db.transaction(async (tx) => {
        const row = await lockCase(tx, caseId);
        if (isOver(row) && row.version >= state.version) return true;
        await releaseEmergencies(tx, caseId);
        const unread = await tx.countBy(Membership, { caseId, readAt: IsNull() });
        if (unread > 0) return false;
        await project(tx, row, { state, facts }, dependencies);
        return true;
      });
      await tellReleased(dependencies, caseId);
      return { closed };
    },

    partMembers: (order) => partMembers(dependencies, order, (told) => Context.current().heartbeat(told)),

    mergeCase: (order) => mergeCase(dependencies, order, (done) => Context.current().heartbeat(done)),

    tellMembers: (notice) => tellMembers(dependencies, notice, (told) => Context.current().heartbeat(told)),

    archiveHistory: createArchive(dependencies),
  });
}
