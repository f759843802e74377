import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { erasePerson } from '../../db/privacy/erase';
import { exportPerson } from '../../db/privacy/export';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { words } from '../intake/input';
import { idOf } from './list';
import type { Route } from './route';
import { currentUser } from './session/current';

const erasure = z.strictObject({ note: words(2000).min(1) });
const search = z.strictObject({ email: z.string().trim().toLowerCase().pipe(z.email()) });

/** A citizen's request about their data. Nobody can browse: the exact address must be known. */
export const peopleRoutes = ({ db, config }: Deps): Route[] => [
  {
    method: 'post',
    // In the body: an address has no business in a URL.
    path: '/people/search',
    action: 'person.export',
    async handler(req, res) {
      const { email } = parse(search, req.body);
      res.json(
        await db.query(
          `SELECT id, email, confirmed_at AS "confirmedAt", created_at AS "createdAt",
             (SELECT count(*)::int FROM report WHERE person_id = person.id) AS reports
           FROM person WHERE email = $1`,
          [email],
        ),
      );
    },
  },
  {
    method: 'get',
    path: '/people/:id/export',
    action: 'person.export',
    async handler(req, res) {
      const id = idOf(req);
      const data = await exportPerson(db, id);
      await db.transaction((tx) => logAccess(tx, currentUser(res).id, 'person-exported', id));
      res.attachment(`${id}.json`).json(data);
    },
  },
  {
    method: 'post',
    path: '/people/:id/erase',
    action: 'person.erase',
    async handler(req, res) {
      const [id, actor] = [idOf(req), { kind: 'user', id: currentUser(res).id } as const];
      const { note } = parse(erasure, req.body);
      const erased = await erasePerson(db, id, { actor, reason: 'request', dataDir: config.dataDir });
      await db.transaction(async (tx) => {
        const noteId = await writeNote(tx, { body: note });
        await logAccess(tx, actor.id, 'person-erased', id, noteId);
      });
      res.json(erased);
    },
  },
];

/** Who asked for whose data stands in the log; the person is an id there. */
const logAccess = (
  tx: EntityManager,
  userId: string,
  name: string,
  personId: string,
  noteId: string | null = null,
) =>
  appendLog(tx, {
    chain: 'settings',
    factId: randomUUID(),
    name,
    at: new Date(),
    actor: { kind: 'user', id: userId },
    public: false,
    data: { personId },
    noteId,
  });
