import { z } from 'zod';
import { Category, Department } from '../../../../db/entities';
import { attributesInput } from '../../../../db/seed/attributes';
import { anyOf, flag } from '../../list';
import { openCases } from '../holds';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { active, code, name, position, skill } from './fields';

export const categories: Resource<Category> = {
  name: 'categories',
  entity: Category,
  write: 'settings.write',
  input: z.strictObject({
    code,
    groupCode: code,
    nameIt: name,
    nameEn: name,
    departmentId: z.uuid(),
    matchRadiusMetres: z.number().int().min(1).max(500).default(100),
    recurrenceDays: z.number().int().min(0).max(3650).default(365),
    serviceMinutes: z.number().int().min(1).max(720).default(30),
    skill: skill.nullable().default(null),
    attributes: attributesInput,
    position,
    active,
  }),
  sorts: ['position', 'code', 'groupCode', 'nameIt', 'nameEn'],
  filters: { active: flag, departmentId: anyOf(z.uuid()), groupCode: anyOf(code) },
  searched: ['code', 'nameIt', 'nameEn'],
  holds: [openCases('category_id')],
  usedBy: [
    ['cases', 'category_id'],
    ['report', 'category_id'],
    ['sla_policy', 'category_id'],
    ['qualification', 'category_id'],
  ],
  async beforeWrite({ tx }, _id, input) {
    await requireRows(tx, Department, 'departmentId', [input.departmentId]);
    return input;
  },
};
