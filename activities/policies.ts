import type { DataSource } from 'typeorm';
import { Calendar, ChainHead, Department, SlaPolicy } from '../db/entities';
import { DomainError } from '../domain/errors';
import { choosePolicy } from '../domain/sla/plan';
import type { CalendarRules, PolicyKey } from '../domain/sla/policy';

/** Settings that were not changed in the console, such as a municipality's first ones, are known this soon. */
const FRESH_MS = 2000;

interface Settings {
  policies: SlaPolicy[];
  /** By department. */
  calendars: Map<string, CalendarRules>;
}

/**
 * The SLA settings, which change rarely and are asked for at every step of every case: read again when somebody has
 * changed any, so that no case plans by what was changed before.
 */
export function createPolicies(db: DataSource) {
  let last: { seq: number; readAt: number; settings: Promise<Settings> } | null = null;

  async function current(maxAge = FRESH_MS): Promise<Settings> {
    const seq = await settingChanges(db);
    if (last?.seq !== seq || Date.now() - last.readAt > maxAge) {
      const reading = { seq, readAt: Date.now(), settings: read(db) };
      last = reading;
      reading.settings.catch(() => {
        if (last === reading) last = null;
      });
    }
    return last.settings;
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

/** How many changes the log of the settings holds. */
export async function settingChanges(db: DataSource): Promise<number> {
  const head = await db.getRepository(ChainHead).findOneBy({ chain: 'settings' });
  return head?.seq ?? 0;
}

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
