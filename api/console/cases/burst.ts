import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { weighCases } from '../../../activities/priority';
import { lockCase } from '../../../activities/projection';
import { Case } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { writeNote } from '../../../db/notes';
import { isOver } from '../../../domain/case/state';
import { DomainError } from '../../../domain/errors';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { idOf } from '../list';
import type { Route } from '../route';
import { currentUser } from '../session/current';
import { caseFor } from './command';

const confirmation = z.strictObject({ note: z.string().trim().min(1).max(4000).optional() });

/** Staff say that the new people of a burst are real: from then on they count, and the log says who said so. */
export const burstRoutes = (deps: Deps): Route[] => [
  {
    method: 'post',
    path: '/cases/:id/burst',
    action: 'burst.confirm',
    async handler(req, res) {
      const { note } = parse(confirmation, req.body ?? {});
      const { id } = await caseFor(deps, res, idOf(req), 'burst.confirm');
      await deps.db.transaction(async (tx) => {
        const row = await lockCase(tx, id);
        if (isOver(row)) throw new DomainError('case-closed');
        // Somebody else has said so already.
        if (!row.burstAt) throw new DomainError('conflict');
        const now = new Date();
        await tx.update(Case, { id }, { burstRealAt: now });
        await appendLog(tx, {
          ...{ chain: `case:${id}`, factId: randomUUID(), name: 'burst-confirmed', at: now, public: false },
          actor: { kind: 'user', id: currentUser(res).id },
          data: { people: row.priorityParts?.reasons.people.held ?? null },
          noteId: note ? await writeNote(tx, { body: note }) : null,
        });
        await weighCases(tx, [id], { now, slaSpeed: deps.config.slaSpeed });
      });
      res.json({ confirmed: true });
    },
  },
];
