import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Subscriber } from '../../../../db/entities';
import { factNames } from '../../../../domain/case/facts';
import { flag } from '../../list';
import type { Resource } from '../resource';
import { active, name } from './fields';

/** As Standard Webhooks writes one: 32 random bytes. */
export const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/** Other systems that are told what happens, by signed posts. The secret is shown once, when it is made. */
export const subscribers: Resource<Subscriber> = {
  name: 'subscribers',
  entity: Subscriber,
  write: 'settings.write',
  input: z.strictObject({
    name,
    url: z.url({ protocol: /^https?$/ }).max(500),
    events: z.array(z.enum(factNames)).min(1).max(factNames.length),
    active,
  }),
  sorts: ['name'],
  filters: { active: flag },
  searched: ['name'],
  readOnly: ['oldSecretUntil', 'offReason', 'offAt'],
  secret: ['secret', 'oldSecret'],
  shownOnce: (_config, _id, { secret }) => ({ secret }),
  async beforeWrite(_context, _id, input, before) {
    const on = input.active ? { offReason: null, offAt: null } : {};
    return before ? { ...input, ...on } : { ...input, secret: newSecret() };
  },
};
