import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Router } from 'express';
import type { Deps } from '../http/deps';
import { sameOrigin } from '../http/origin';
import { security } from '../http/security';
import { allow } from './route';
import { requireUser } from './session/current';

const PATH = '/queues';

/** The board of the delivery queues, for administrators. It cannot send the console's token: its origin is checked. */
export function queueBoard({ config, mailQueue }: Deps): Router {
  const router = Router();
  if (!mailQueue) return router;
  const serverAdapter = new ExpressAdapter().setBasePath(`/api/console${PATH}`);
  // The board's types know queues on Redis only; it works with any backend.
  createBullBoard({ queues: [new BullMQAdapter(mailQueue as never)], serverAdapter });
  router.use(
    PATH,
    security(config, { inlineStyles: true, base: true }),
    requireUser,
    allow('queues.read'),
    sameOrigin(config),
    serverAdapter.getRouter(),
  );
  return router;
}
