import type { DataSource } from 'typeorm';
import { Calendar, Department, SlaPolicy } from '../db/entities';
import { DomainError } from '../domain/errors';
import { choosePolicy } from '../domain/sla/plan';
import type { CalendarRules, PolicyKey } from '../domain/sla/policy';

/** Settings change rarely and are asked for at every step of every case; who changes them waits this long. */
export const settingsFreshMs = 2000;

interface Settings {
  policies: SlaPolicy[];
  /** By department. */
  calendars: Map<string, CalendarRules>;
}

/** The SLA settings, read again when older than two seconds. */
export function createPolicies(db: DataSource) {
  let settings: Promise<Settings> | null = null;
  let readAt = 0;

  async function current(maxAge = settingsFreshMs): Promise<Settings> {
    if (!settings || Date.now() - readAt > maxAge) {
      readAt = Date.now();
      settings = read(db);
      settings.catch(() => {
        settings = null;
      });
    }
    return settings;
  }

  return {
    /** The policy that applies, or null where the municipality set none. */
    async policyFor(key: PolicyKey): Promise<SlaPolicy | null> {
      return choosePolicy((await current()).policies, key);
    },
    async calendarOf(departmentId: string): Promise<CalendarRules> {
      const known = (await current()).calendars.get(departmentId);
      // A department may be newer than what was read last.
      const rules = known ?? (await current(-1)).calendars.get(departmentId);
      if (!rules) throw new DomainError('not-found', { departmentId: 'unknown' });
      return rules;
    },
  };
}
export type Policies = ReturnType<typeof createPolicies>;

async function read(db: DataSource): Promise<Settings> {
  const [policies, departments, calendars] = await Promise.all([
    db.getRepository(SlaPolicy).findBy({ active: true }),
    db.getRepository(Department).find({ select: { id: true, calendarId: true } }),
    db.getRepository(Calendar).find(),
  ]);
  const rules = new Map(calendars.map((calendar) => [calendar.id, calendar.rules]));
  const byDepartment = departments.flatMap(({ id, calendarId }) => {
    const own = rules.get(calendarId);
    return own ? [[id, own] as const] : [];
  });
  return { policies, calendars: new Map(byDepartment) };
}
