import { z } from 'zod';
import { Case, Escalation } from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { escalationOrders, listEscalations } from '../../db/views/escalations';
import { DomainError } from '../../domain/errors';
import { clockKinds, type Role, type Stage, stages } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { anyOf, flag, idOf, readList, sendList } from './list';
import { type Route, requireFor, scopeOf } from './route';
import { currentUser } from './session/current';

const shape = {
  sorts: ['firedAt', 'dueAt', 'id'],
  order: 'DESC',
  filters: {
    stage: anyOf(z.enum(stages)),
    clock: anyOf(z.enum(clockKinds)),
    departmentId: anyOf(z.uuid()),
    caseId: anyOf(z.uuid()),
    seen: flag,
  },
} as const;
const acknowledgement = z.strictObject({ note: z.string().trim().min(1).max(4000).optional() });

/** A stage concerns those whom it warns; the oversight body does not read reminders, nor management breaches. */
export function stagesFor(role: Role): readonly Stage[] {
  if (role === 'management') return ['management'];
  if (role === 'oversight') return ['breach', 'management'];
  return stages;
}

/** The inbox of stages that fired, and the word that somebody has taken notice. */
export const escalationRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/escalations',
    action: 'escalation.read',
    async handler(req, res) {
      const { page, ids, filters } = readList(req, shape);
      const filter = { ...filters, ids, scope: scopeOf(res), visible: stagesFor(currentUser(res).role) };
      const orderBy = escalationOrders[page.sort][page.order];
      sendList(res, await listEscalations(db, filter, { ...page, orderBy }));
    },
  },
  {
    method: 'post',
    path: '/escalations/:id/acknowledge',
    action: 'escalation.acknowledge',
    async handler(req, res) {
      const { note } = parse(acknowledgement, req.body);
      const user = currentUser(res);
      const row = await db.transaction(async (tx) => {
        const lock = { mode: 'pessimistic_write' } as const;
        const escalation = await tx.findOne(Escalation, { where: { id: idOf(req) }, lock });
        if (!escalation || !stagesFor(user.role).includes(escalation.stage))
          throw new DomainError('not-found');
        const { departmentId } = await tx.findOneByOrFail(Case, { id: escalation.caseId });
        requireFor(res, `acknowledge.${escalation.stage}`, departmentId);
        // The first who took notice stays on record.
        if (escalation.seenAt) return escalation;
        const noteId = note ? await writeNote(tx, { body: note }) : null;
        const seen = { seenBy: user.id, seenAt: new Date(), noteId };
        await tx.update(Escalation, { id: escalation.id }, seen);
        const { clock, cycle, stage, caseId } = escalation;
        await appendLog(tx, {
          chain: `case:${caseId}`,
          factId: `seen:${escalation.id}`,
          name: 'escalation-seen',
          at: seen.seenAt,
          actor: { kind: 'user', id: user.id },
          public: false,
          data: { clock, cycle, stage },
          noteId,
        });
        return { ...escalation, ...seen };
      });
      res.json(row);
    },
  },
];
