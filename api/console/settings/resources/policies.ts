import { IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { Category, Department, SlaPolicy } from '../../../../db/entities';
import { clockKinds, urgencies } from '../../../../domain/vocabulary';
import { anyOf, flag } from '../../list';
import { rivalPolicy } from '../conflict';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { lateReminder, noTargets } from '../wrong';
import { active, name } from './fields';

/** Ten years: longer than any promise. */
const minutes = z.number().int().min(1).max(5_256_000);
const target = z.strictObject({
  minutes,
  mode: z.enum(['working', 'clock']),
  remindBefore: minutes.nullable(),
  grace: z.number().int().min(0).max(5_256_000).nullable(),
});

/** What is promised where; the most specific active policy applies. */
export const policies: Resource<SlaPolicy> = {
  name: 'policies',
  entity: SlaPolicy,
  write: 'settings.write',
  input: z.strictObject({
    name,
    departmentId: z.uuid().nullable(),
    categoryId: z.uuid().nullable(),
    urgency: z.enum(urgencies).nullable(),
    targets: z.strictObject({
      targets: z.partialRecord(z.enum(clockKinds), target),
      maxPauseMinutes: z.number().int().min(0).max(5_256_000),
    }),
    active,
  }),
  sorts: ['name', 'urgency'],
  filters: {
    active: flag,
    departmentId: anyOf(z.uuid()),
    categoryId: anyOf(z.uuid()),
    urgency: anyOf(z.enum(urgencies)),
  },
  searched: ['name'],
  async beforeWrite({ tx }, id, input) {
    const { departmentId, categoryId, urgency } = input;
    checkTargets(input.targets.targets);
    if (departmentId) await requireRows(tx, Department, 'departmentId', [departmentId]);
    if (categoryId) await requireRows(tx, Category, 'categoryId', [categoryId]);
    const scope = {
      departmentId: departmentId ?? IsNull(),
      categoryId: categoryId ?? IsNull(),
      urgency: urgency ?? IsNull(),
    };
    const rival = input.active && (await tx.existsBy(SlaPolicy, { ...scope, active: true, id: Not(id) }));
    if (rival) throw rivalPolicy();
    return input;
  },
  replans: async (_tx, { departmentId }) => (departmentId ? [departmentId] : 'all'),
};

function checkTargets(targets: Record<string, z.infer<typeof target>>): void {
  const clocks = Object.entries(targets);
  if (clocks.length === 0) throw noTargets('targets.targets');
  for (const [clock, { minutes, remindBefore }] of clocks)
    if (remindBefore !== null && remindBefore >= minutes)
      throw lateReminder(`targets.targets.${clock}.remindBefore`);
}
