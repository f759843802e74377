import { appendLog } from '../db/log';
import { writeMessages } from '../deliveries/outbox';
import type { Fact } from '../domain/case/facts';
import { isPublic } from '../domain/messages/table';
import { memberActSignal, membersSignal } from '../workflows/case/messages';
import type { ReportPorts } from '../workflows/report/ports';
import { createArchive } from './archive';
import type { Dependencies } from './dependencies';
import { withFailureCodes } from './failures';
import { matchOrOpen } from './matching';

/** What a report's workflow asks of the world. */
export function createReportActivities(dependencies: Dependencies): ReportPorts {
  const { db, signals } = dependencies;
  return withFailureCodes<ReportPorts>({
    matchOrOpen: (reportId) => db.transaction((tx) => matchOrOpen(tx, reportId)),

    handOver: (caseId) => signals.toCase(caseId, membersSignal, []),

    passOn: ({ caseId, actId, reportId, kind }) =>
      signals.toCase(caseId, memberActSignal, [{ actId, reportId, kind }]),

    async askForRating({ reportId, caseId, cycle }) {
      const fact: Fact = {
        name: 'rating-asked',
        at: Date.now(),
        actor: { kind: 'system', id: null },
        cycle,
        data: { caseId },
      };
      const factId = `rating-asked:${caseId}:${cycle}`;
      await db.transaction(async (tx) => {
        const chain = `report:${reportId}`;
        const { name, actor, data } = fact;
        const at = new Date(fact.at);
        await appendLog(tx, {
          ...{ chain, factId, name, at, actor },
          public: isPublic(name),
          data: { ...data, cycle },
        });
        await writeMessages(tx, { caseId, reportId, fact, factId });
      });
    },

    async settleReport({ reportId }) {
      await db.query('UPDATE report SET settled_at = now() WHERE id = $1 AND settled_at IS NULL', [reportId]);
    },

    archiveHistory: createArchive(dependencies),
  });
}
