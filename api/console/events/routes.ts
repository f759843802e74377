import type { Response } from 'express';
import { In } from 'typeorm';
import { Case, User } from '../../../db/entities';
import { DomainError } from '../../../domain/errors';
import { may } from '../../../domain/permissions';
import type { Deps } from '../../http/deps';
import { type Route, scopeOf } from '../route';
import { currentUser } from '../session/current';
import { sessionGoesOn } from '../session/store';
import { CaseChanges } from './listener';

/** Proxies close what is silent for longer. */
const heartbeatMs = 20_000;
/** How many a person, with all windows, can have open; more is a mistake. */
const mostStreams = 20;

/** Server-sent events: `case` with the id of a case that changed, within the person's department. */
export function eventRoutes({ db, config, log }: Deps): Route[] {
  const changes = new CaseChanges(config.databaseUrl, log);
  const open = new Map<string, number>();

  /** Cases that the person may see; who sees everything needs no question. */
  async function visible(ids: string[], scope: string | null): Promise<string[]> {
    if (!scope) return ids;
    const rows = await db
      .getRepository(Case)
      .find({ select: { id: true }, where: { id: In(ids), departmentId: scope } });
    return rows.map(({ id }) => id);
  }

  return [
    {
      method: 'get',
      path: '/events',
      action: 'case.read',
      async handler(req, res) {
        const user = currentUser(res);
        const scope = scopeOf(res);
        const streams = open.get(user.id) ?? 0;
        if (streams >= mostStreams) throw new DomainError('too-many-requests');
        open.set(user.id, streams + 1);
        let leave = () => {};
        const heartbeat = setInterval(() => void beat(), heartbeatMs);
        // EventSource connects again by itself and then asks for everything anew.
        const end = () => res.end();
        res.on('close', () => {
          clearInterval(heartbeat);
          leave();
          const left = (open.get(user.id) ?? 1) - 1;
          if (left > 0) open.set(user.id, left);
          else open.delete(user.id);
        });
        /** A person who signed out or whose account has changed signs in again, or at least connects again. */
        async function mayStay() {
          const now = await db.getRepository(User).findOneBy({ id: user.id, active: true });
          const same = now && may(now.role, 'case.read') && now.departmentId === scope;
          return same && (await sessionGoesOn(db, req.sessionID));
        }
        async function beat() {
          if (await mayStay().catch(() => false)) res.write(': still here\n\n');
          else end();
        }
        const stop = await changes.listen({
          changed: (ids) =>
            void visible(ids, scope)
              .then((seen) => send(res, seen))
              .catch(end),
          lost: end,
        });
        if (res.closed || req.destroyed) return stop();
        leave = stop;
        begin(res);
      },
    },
  ];
}

function begin(res: Response): void {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    // nginx would keep events back until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
  res.write('retry: 2000\n\n');
}

function send(res: Response, caseIds: string[]): void {
  for (const id of caseIds) res.write(`event: case\ndata: ${JSON.stringify({ id })}\n\n`);
}
