import { z } from 'zod';
import { Calendar, Department } from '../../../../db/entities';
import { DomainError } from '../../../../domain/errors';
import { checkCalendar } from '../../../../domain/sla/calendar';
import type { CalendarRules } from '../../../../domain/sla/policy';
import { departmentsIn } from '../holds';
import type { Resource } from '../resource';
import { name } from './fields';

const span = z.tuple([z.string().max(5), z.string().max(5)]);

/** Opening hours and holidays; the domain says which rules can be counted with. */
export const calendars: Resource<Calendar> = {
  name: 'calendars',
  entity: Calendar,
  write: 'settings.write',
  input: z.strictObject({
    name,
    rules: z.strictObject({
      timezone: z.string().max(60),
      opening: z.record(z.string().max(1), z.array(span).max(10)),
      holidays: z.string().max(10).nullable(),
      extraHolidays: z.array(z.string().max(10)).max(200),
    }),
  }),
  sorts: ['name'],
  filters: {},
  searched: ['name'],
  holds: [departmentsIn('department WHERE calendar_id = $1')],
  async beforeWrite(_context, _id, input) {
    try {
      checkCalendar(input.rules as CalendarRules);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const wrong = Object.keys(error.fields).map((field) => [`rules.${field}`, 'invalid']);
      throw new DomainError('invalid-input', Object.fromEntries(wrong));
    }
    return input;
  },
  async replans(tx, { id }) {
    const rows = await tx.find(Department, { select: { id: true }, where: { calendarId: id } });
    return rows.map((row) => row.id);
  },
};
