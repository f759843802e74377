import type { DataSource } from 'typeorm';
import { Calendar, Department, SlaPolicy } from '../../db/entities';
import { choosePolicy, planClock } from '../../domain/sla/plan';
import { urgencyOf } from '../../domain/sla/policy';
import type { Danger, Emergency } from '../../domain/vocabulary';

interface Ask {
  departmentId: string;
  categoryId: string;
  danger: Danger;
  emergency: Emergency;
  receivedAt: Date;
}

/** By when it should be repaired or answered, by the policy of today; null where no policy says. */
export async function expectedBy(db: DataSource, ask: Ask, speed: number): Promise<Date | null> {
  const policies = await db.getRepository(SlaPolicy).findBy({ active: true });
  const policy = choosePolicy(policies, { ...ask, urgency: urgencyOf(ask) });
  const target = policy?.targets.targets.repair;
  if (!target) return null;
  const calendar = await db
    .getRepository(Calendar)
    .createQueryBuilder('calendar')
    .innerJoin(Department, 'department', 'department.calendarId = calendar.id')
    .where('department.id = :id', { id: ask.departmentId })
    .getOneOrFail();
  const plan = planClock({
    target,
    rules: calendar.rules,
    startedAt: ask.receivedAt.getTime(),
    pauses: [],
    speed,
  });
  return new Date(plan.dueAt);
}
