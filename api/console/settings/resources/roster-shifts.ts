import { z } from 'zod';
import { Department, RosterShift, User } from '../../../../db/entities';
import { anyOf } from '../../list';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { instant } from './fields';

/** Who is on call for a department, and when. */
export const rosterShifts: Resource<RosterShift> = {
  name: 'roster-shifts',
  entity: RosterShift,
  write: 'settings.write',
  input: z
    .strictObject({ departmentId: z.uuid(), userId: z.uuid(), startsAt: instant, endsAt: instant })
    .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], error: 'out-of-range' }),
  sorts: ['startsAt', 'endsAt'],
  filters: { departmentId: anyOf(z.uuid()), userId: anyOf(z.uuid()) },
  async beforeWrite({ tx }, _id, input) {
    await requireRows(tx, Department, 'departmentId', [input.departmentId]);
    await requireRows(tx, User, 'userId', [input.userId]);
    return input;
  },
};
