import { z } from 'zod';
import { Crew, Department, Supplier } from '../../../../db/entities';
import { anyOf, flag } from '../../list';
import { openCases } from '../holds';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { active, email, name, point } from './fields';

export const crews: Resource<Crew> = {
  name: 'crews',
  entity: Crew,
  write: 'settings.write',
  input: z.strictObject({
    departmentId: z.uuid(),
    name,
    skills: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
    depot: point.nullable().default(null),
    active,
  }),
  sorts: ['name'],
  filters: { active: flag, departmentId: anyOf(z.uuid()) },
  searched: ['name'],
  holds: [openCases('crew_id')],
  usedBy: [
    ['cases', 'crew_id'],
    ['repair', 'crew_id'],
  ],
  async beforeWrite({ tx }, _id, input) {
    await requireRows(tx, Department, 'departmentId', [input.departmentId]);
    return input;
  },
};

export const suppliers: Resource<Supplier> = {
  name: 'suppliers',
  entity: Supplier,
  write: 'settings.write',
  input: z.strictObject({ name, email, active }),
  sorts: ['name'],
  filters: { active: flag },
  searched: ['name', 'email'],
  quiet: ['email'],
  holds: [openCases('supplier_id')],
  usedBy: [
    ['cases', 'supplier_id'],
    ['repair', 'supplier_id'],
  ],
};
