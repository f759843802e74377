import { Router } from 'express';
import type { Deps } from './http/deps';

/** `/health`: this process answers. `/ready`: it can also accept a report, which needs the database alone. */
export function health({ db }: Deps): Router {
  const router = Router();
  router.get('/health', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/ready', async (_req, res) => {
    const ready = await db.query('SELECT 1').then(
      () => true,
      () => false,
    );
    res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'no-database' });
  });
  return router;
}
