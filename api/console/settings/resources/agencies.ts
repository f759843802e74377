import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Agency } from '../../../../db/entities';
import { flag } from '../../list';
import { departmentsIn } from '../holds';
import type { Resource } from '../resource';
import { active, email, name } from './fields';

/** As Standard Webhooks writes a secret: 24 to 64 random bytes. */
const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'invalid');
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/** External bodies that get emergencies. The secret that signs them is shown once, when it is made. */
export const agencies: Resource<Agency> = {
  name: 'agencies',
  entity: Agency,
  write: 'settings.write',
  input: z.strictObject({
    name,
    webhookUrl: z.url({ protocol: /^https?$/ }).max(500),
    secret: secret.optional(),
    email: email.nullable().default(null),
    ackMinutes: z.number().int().min(1).max(1440).default(5),
    active,
  }),
  sorts: ['name', 'ackMinutes'],
  filters: { active: flag },
  searched: ['name'],
  secret: ['secret'],
  shownOnce: (_config, _id, { secret }) => ({ secret }),
  quiet: ['email'],
  holds: [
    departmentsIn(
      'department_agency a JOIN department d ON d.id = a.department_id WHERE d.active AND a.agency_id = $1',
    ),
  ],
  usedBy: [
    ['forward', 'agency_id'],
    ['department_agency', 'agency_id'],
  ],
  async beforeWrite(_context, _id, input, before) {
    const given = input.secret ?? before?.secret ?? newSecret();
    return { ...input, secret: given };
  },
};
