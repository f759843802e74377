import { z } from 'zod';
import { Crew, Department } from '../../../../db/entities';
import { anyOf, flag } from '../../list';
import { openCases, openRounds } from '../holds';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { active, clock, name, point, skill } from './fields';

/** Work and break of a usual day; a shift may go on after midnight. */
const shift = z.strictObject({
  from: clock,
  to: clock,
  pause: z
    .strictObject({ earliest: clock, latest: clock, minutes: z.number().int().min(1).max(480) })
    .nullable()
    .default(null),
});

export const crews: Resource<Crew> = {
  name: 'crews',
  entity: Crew,
  write: 'settings.write',
  input: z.strictObject({
    departmentId: z.uuid(),
    name,
    skills: z.array(skill).max(50).default([]),
    depot: point.nullable().default(null),
    shift: shift.nullable().default(null),
    active,
  }),
  sorts: ['name'],
  filters: { active: flag, departmentId: anyOf(z.uuid()) },
  searched: ['name'],
  holds: [openCases('crew_id'), openRounds],
  usedBy: [
    ['cases', 'crew_id'],
    ['repair', 'crew_id'],
    ['round', 'crew_id'],
  ],
  async beforeWrite({ tx }, _id, input) {
    await requireRows(tx, Department, 'departmentId', [input.departmentId]);
    return input;
  },
};
