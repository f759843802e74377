import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Department, User } from '../../../../db/entities';
import { locales, roles } from '../../../../domain/vocabulary';
import { anyOf, flag } from '../../list';
import { unusablePassword } from '../../session/password';
import { mailPasswordLink } from '../../session/reset';
import { lastAdmin } from '../conflict';
import type { Hold } from '../holds';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { needsDepartment, noPhone } from '../wrong';
import { active, email, name } from './fields';

/** Digits with what people write between them. */
const phoneNumber = /^\+?\d[\d\s()./-]{4,28}$/;

/** Nobody would be called for them. */
const shiftsToCome: Hold = {
  rows: 'roster_shift WHERE user_id = $1 AND ends_at > now()',
  it: ['turno di reperibilità', 'turni di reperibilità'],
  en: ['on-call shift', 'on-call shifts'],
};

/** Who works in the console. A new person sets the first password by a link in a mail. */
export const users: Resource<User> = {
  name: 'users',
  entity: User,
  write: 'users.write',
  input: z
    .strictObject({
      email,
      name,
      role: z.enum(roles),
      departmentId: z.uuid().nullable().default(null),
      locale: z.enum(locales).default('it'),
      phone: z.string().trim().max(30).nullable().default(null),
      active,
    })
    // The settings belong to the whole municipality.
    .refine(({ role, departmentId }) => role !== 'admin' || departmentId === null, {
      path: ['departmentId'],
      error: 'choice',
    }),
  sorts: ['name', 'email', 'role', 'createdAt'],
  filters: { active: flag, role: anyOf(z.enum(roles)), departmentId: anyOf(z.uuid()) },
  searched: ['name', 'email'],
  readOnly: ['createdAt', 'mustChangePassword'],
  secret: ['passwordHash'],
  quiet: ['email', 'name', 'phone', 'createdAt'],
  holds: [shiftsToCome],
  usedBy: [
    ['log_entry', 'actor_id'],
    ['roster_shift', 'user_id'],
    ['repair', 'recorded_by'],
    ['qualification', 'recorded_by'],
    ['escalation', 'seen_by'],
    ['review', 'owner_id'],
    ['report', 'entered_by'],
    ['message', 'recipient_id'],
  ],
  async beforeWrite({ tx }, id, input, before) {
    if (input.phone && !phoneNumber.test(input.phone)) throw noPhone('phone');
    if (input.role === 'technician' && !input.departmentId) throw needsDepartment('departmentId');
    if (input.departmentId) await requireRows(tx, Department, 'departmentId', [input.departmentId]);
    if (!before) return { ...input, passwordHash: await unusablePassword() };
    if (input.role !== 'admin' || !input.active) await keepAnAdmin(tx, id);
    return input;
  },
  async afterWrite({ tx, config }, id, input, before) {
    if (!before)
      await mailPasswordLink(
        tx,
        config.appSecret,
        { id, locale: input.locale as User['locale'] },
        'invitation',
      );
  },
  beforeRemove: (tx, { id }) => keepAnAdmin(tx, id),
};

/** Refuses to take away the last person who can manage persons. The rows are locked against a second try. */
async function keepAnAdmin(tx: EntityManager, id: string): Promise<void> {
  const admins = await tx.find(User, {
    select: { id: true },
    where: { role: 'admin', active: true },
    lock: { mode: 'pessimistic_write' },
  });
  if (admins.length === 1 && admins[0]?.id === id) throw lastAdmin();
}
