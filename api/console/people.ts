import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { appendLog } from '../../db/log';
import { erasePerson } from '../../db/privacy/erase';
import { exportPerson } from '../../db/privacy/export';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { idOf } from './list';
import type { Route } from './route';
import { currentUser } from './session/current';

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
      const erasure = await erasePerson(db, id, { actor, reason: 'request', dataDir: config.dataDir });
      await db.transaction((tx) => logAccess(tx, actor.id, 'person-erased', id));
      res.json(erasure);
    },
  },
];

/** Who asked for whose data stands in the log; the person is an id there. */
const logAccess = (tx: Parameters<typeof appendLog>[0], userId: string, name: string, personId: string) =>
  appendLog(tx, {
    chain: 'settings',
    factId: randomUUID(),
    name,
    at: new Date(),
    actor: { kind: 'user', id: userId },
    public: false,
    data: { personId },
  });
