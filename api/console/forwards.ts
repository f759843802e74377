import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { appendLog } from '../../db/log';
import { acknowledge, alertOfCase } from '../agency/acknowledge';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { caseFor } from './cases/command';
import { idOf } from './list';
import type { Route } from './route';
import { currentUser } from './session/current';

const answered = z.strictObject({ agencyId: z.uuid() });

/** An agency that answers by telephone: staff record it, as the agency would by its link. */
export const forwardRoutes = (deps: Deps): Route[] => [
  {
    method: 'post',
    path: '/forwards/:caseId/acknowledge',
    action: 'command.recall',
    async handler(req, res) {
      const { agencyId } = parse(answered, req.body);
      const { id: caseId } = await caseFor(deps, res, idOf(req, 'caseId'), 'command.recall');
      const alert = await alertOfCase(deps, caseId, agencyId);
      await acknowledge(deps, alert, (tx) =>
        appendLog(tx, {
          chain: `case:${caseId}`,
          factId: randomUUID(),
          name: 'acknowledgement-recorded',
          at: new Date(),
          actor: { kind: 'user', id: currentUser(res).id },
          public: false,
          data: { agencyId },
        }),
      );
      res.json({ acknowledged: true });
    },
  },
];
