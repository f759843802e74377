import { activityInfo, log } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/client';
import { IsNull, Not } from 'typeorm';
import { Case, DepartmentAgency, Forward } from '../db/entities';
import { isOver } from '../domain/case/state';
import { DomainError } from '../domain/errors';
import { caseWorkflowId, forwardSignal } from '../workflows/case/messages';
import type { EmergencyPorts } from '../workflows/emergency/ports';
import { createArchive } from './archive';
import type { Dependencies } from './dependencies';
import { postAlert } from './emergency/alert';
import { postFollowUp } from './emergency/follow-up';
import { alertOnCall } from './emergency/on-call';
import type { ForwardSettings } from './emergency/post';
import { withFailureCodes } from './failures';

/** What an emergency forward asks of the world. */
export function createEmergencyActivities(
  dependencies: Dependencies & { config: ForwardSettings },
): EmergencyPorts {
  const { db, temporal, signals, config, slaSpeed } = dependencies;
  return withFailureCodes<EmergencyPorts>({
    async listAgencies(caseId) {
      const row = await db.getRepository(Case).findOneBy({ id: caseId });
      if (!row) throw new DomainError('not-found');
      const agencies = await db
        .getRepository(DepartmentAgency)
        .createQueryBuilder('d')
        .innerJoin('agency', 'a', 'a.id = d.agency_id AND a.active')
        .where('d.departmentId = :id', { id: row.departmentId })
        .orderBy('d.position')
        .addOrderBy('d.agencyId')
        .getMany();
      return agencies.map(({ agencyId }) => agencyId);
    },

    async answerOf({ caseId, forwardNumber }) {
      const answered = await db.getRepository(Forward).findOne({
        where: { caseId, forwardNumber, acknowledgedAt: Not(IsNull()) },
        order: { acknowledgedAt: 'ASC' },
      });
      return answered?.agencyId ?? null;
    },

    postAlert: (call) =>
      postAlert({ db, config, slaSpeed, log }, { ...call, tryNumber: activityInfo().attempt }),

    postFollowUp: (news) => postFollowUp({ db, config, log }, news),

    alertOnCall: (call) => alertOnCall(db, call),

    async tellCase({ caseId, news }) {
      const row = await db.getRepository(Case).findOneBy({ id: caseId });
      // An open case without a workflow, as after a restore, gets one again: an answer must not be lost.
      if (row && !isOver(row)) return signals.toCase(caseId, forwardSignal, [news]);
      try {
        await temporal.workflow.getHandle(caseWorkflowId(caseId)).signal(forwardSignal, news);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },

    archiveHistory: createArchive(dependencies),
  });
}
