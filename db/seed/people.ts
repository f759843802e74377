import { randomInt, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../domain/vocabulary';
import { type Department, Municipality, RosterShift, User } from '../entities';

export interface Credential {
  role: Role;
  name: string;
  email: string;
  password: string;
}

const rosterWeeks = 52;
/** When the on-call people take over from one another, on Mondays. */
const handover = 8;

/** Letters and digits that are not taken for one another. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789';

/** Readable aloud, 78 bits: `k7m3-9qxw-2fzt-h4vd`. */
const newPassword = () =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

/**
 * One person in every role, and a coordinator and a technician for every department, who take turns
 * on call for a year.
 * @returns the passwords, which are kept nowhere else
 */
export async function seedPeople(
  tx: EntityManager,
  departments: Department[],
  domain: string,
): Promise<Credential[]> {
  const credentials: Credential[] = [];
  const add = async (role: Role, name: string, mailbox: string, departmentId: string | null) => {
    const [id, password, email] = [randomUUID(), newPassword(), `${mailbox}@${domain}`];
    const passwordHash = await hash(password);
    await tx.insert(User, { id, email, name, role, departmentId, passwordHash, mustChangePassword: true });
    credentials.push({ role, name, email, password });
    return id;
  };
  await add('admin', 'Amministrazione', 'admin', null);
  await add('operator', 'Sportello', 'sportello', null);
  await add('oversight', 'Organo di controllo', 'controllo', null);
  await add('management', 'Direzione', 'direzione', null);
  await add('auditor', 'Revisione', 'revisione', null);
  const { timezone } = await tx.findOneByOrFail(Municipality, {});
  const start = lastHandover(DateTime.now().setZone(timezone));
  for (const department of departments) {
    const { code, nameIt, id } = department;
    const coordinator = await add('coordinator', `Coordinamento ${nameIt}`, `coordinamento.${code}`, id);
    const technician = await add('technician', `Tecnico ${nameIt}`, `tecnico.${code}`, id);
    const shifts = Array.from({ length: rosterWeeks }, (_, turn) => ({
      id: randomUUID(),
      departmentId: id,
      userId: turn % 2 ? technician : coordinator,
      startsAt: start.plus({ weeks: turn }).toJSDate(),
      endsAt: start.plus({ weeks: turn + 1 }).toJSDate(),
    }));
    await tx.insert(RosterShift, shifts);
  }
  return credentials;
}

/** Local time: a week with a change of the clocks ends at the same hour as every other. */
function lastHandover(now: DateTime): DateTime {
  const monday = now.startOf('week').set({ hour: handover });
  return monday > now ? monday.minus({ weeks: 1 }) : monday;
}
