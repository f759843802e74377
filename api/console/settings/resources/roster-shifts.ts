import { LessThan, MoreThan, Not } from 'typeorm';
import { z } from 'zod';
import { Department, RosterShift, User } from '../../../../db/entities';
import { anyOf, flag } from '../../list';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { alreadyOnCall, notOfDepartment } from '../wrong';
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
  filters: { departmentId: anyOf(z.uuid()), userId: anyOf(z.uuid()), over: flag },
  conditions: { over: '(row.endsAt <= now()) = :over' },
  async beforeWrite({ tx }, id, input) {
    const { departmentId, userId, startsAt, endsAt } = input;
    await requireRows(tx, Department, 'departmentId', [departmentId]);
    await requireRows(tx, User, 'userId', [userId]);
    const user = await tx.findOneByOrFail(User, { id: userId });
    const strange = user.departmentId !== null && user.departmentId !== departmentId;
    if (strange || !user.active) throw notOfDepartment('userId');
    // Several may be on call together; the same person twice is a mistake.
    const meanwhile = { startsAt: LessThan(endsAt), endsAt: MoreThan(startsAt) };
    const again = { departmentId, userId, id: Not(id), ...meanwhile };
    if (await tx.existsBy(RosterShift, again)) throw alreadyOnCall('startsAt');
    return input;
  },
};
