import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import { z } from 'zod';
import { type WhatIfTask, whatIfInThread } from '../../activities/whatif/what-if-thread';
import { eventsOf } from '../../db/case-events';
import { Category, Department } from '../../db/entities';
import { DomainError } from '../../domain/errors';
import type { Answer } from '../../domain/whatif/answer';
import { refusal } from '../errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { periodShape, readPeriod } from './period';
import { type Route, requireFor } from './route';
import { Turns } from './turns';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;
/** What was opened so long before may still wait. */
const BEFORE_DAYS = 366;
const LONGEST_MS = 45_000;

const codes = z
  .string()
  .max(2000)
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .pipe(z.array(z.string()).max(50));

const query = z.strictObject({
  ...{ departmentId: z.uuid(), ...periodShape },
  crews: z.coerce.number<string>().int().min(-20).max(20).default(0),
  hours: z.coerce.number<string>().min(1).max(16).nullable().default(null),
  without: codes.default([]),
  rule: z.enum(['first-come', 'first-due']).default('first-come'),
});

/** What would be otherwise in a department; a period that is over is measured, and the weeks after it are played. */
export const whatIfRoutes = ({ db }: Deps): Route[] => {
  // Nobody waits for a turn: whoever comes third is asked to come again.
  const turns = new Turns(2, 0);

  async function taskOf({
    departmentId,
    from,
    to,
    ...question
  }: z.output<typeof query>): Promise<WhatIfTask> {
    const { without } = question;
    const period = await readPeriod(db, { from, to }, LONGEST_DAYS);
    if (period.to.getTime() > Date.now()) throw refusal({ to: 'out-of-range' });
    if ((await db.getRepository(Category).countBy({ code: In(without) })) < without.length)
      throw refusal({ without: 'choice' });
    const days = Math.round((period.to.getTime() - period.from.getTime()) / DAY_MS);
    const events = await eventsOf(db, departmentId, {
      from: new Date(period.from.getTime() - BEFORE_DAYS * DAY_MS),
      to: period.to,
    });
    const seed = seedOf(departmentId, from, to);
    return { events, period: { begin: period.to.getTime(), days }, question, seed };
  }

  return [
    {
      method: 'get',
      path: '/what-if',
      action: 'diagnosis.read',
      async handler(req, res) {
        const asked = parse(query, req.query);
        requireFor(res, 'diagnosis.read', asked.departmentId);
        if (!(await db.getRepository(Department).existsBy({ id: asked.departmentId })))
          throw new DomainError('not-found');
        const leaving = new AbortController();
        res.on('close', () => leaving.abort());
        const answer = await turns.take(async () => answered(await taskOf(asked), leaving.signal));
        if (answer) res.json(answer);
      },
    },
  ];
};

/** @returns null when nobody waits for the answer any more */
async function answered(task: WhatIfTask, left: AbortSignal): Promise<Answer | null> {
  const tooLong = AbortSignal.timeout(LONGEST_MS);
  try {
    return await whatIfInThread(task, AbortSignal.any([left, tooLong]));
  } catch (error) {
    if (left.aborted) return null;
    if (tooLong.aborted) throw new DomainError('too-much');
    throw error;
  }
}

/** Of department and period alone: every scenario of theirs is played with the same cases. */
const seedOf = (...asked: string[]): number =>
  createHash('sha256').update(asked.join()).digest().readInt32BE();
