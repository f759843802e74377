import type { Instance } from '../instance';
import type { Staff } from '../staff';

export interface Department {
  id: string;
  code: string;
}

interface Meta {
  departments: Department[];
  categories: { id: string; code: string; departmentId: string }[];
  crews: { id: string; departmentId: string }[];
}

/** Who plays a department. */
export interface Team {
  coordinator: Staff;
  technician: Staff;
  crewId: string;
}

/** Everybody who plays staff, signed in. */
export interface Cast {
  admin: Staff;
  operator: Staff;
  /** By department id. */
  teams: Map<string, Team>;
}

/** Signs everybody in who has a part. */
export async function assemble(instance: Instance): Promise<Cast> {
  const admin = await instance.signIn('admin');
  const operator = await instance.signIn('sportello');
  const { departments, crews } = await admin.get<Meta>('/meta');
  const teams = new Map<string, Team>();
  for (const { id, code } of departments) {
    const crew = crews.find(({ departmentId }) => departmentId === id);
    if (!crew) throw new Error(`The department ${code} has no crew.`);
    teams.set(id, {
      coordinator: await instance.signIn(`coordinamento.${code}`),
      technician: await instance.signIn(`tecnico.${code}`),
      crewId: crew.id,
    });
  }
  return { admin, operator, teams };
}

interface Policy {
  id: string;
  targets: { targets: Record<string, unknown>; maxPauseMinutes: number };
  [field: string]: unknown;
}

/** Switches every clock off that a policy starts, but the citizen's window to rate: deadlines come by import. */
export async function silencePolicies(admin: Staff): Promise<void> {
  for (const { id, ...policy } of await admin.get<Policy[]>('/policies')) {
    const { rating } = policy.targets.targets;
    const targets = { ...policy.targets, targets: rating ? { rating } : {} };
    await admin.send('PUT', `/policies/${id}`, { ...policy, targets });
  }
}
