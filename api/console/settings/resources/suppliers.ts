import { z } from 'zod';
import { Category, Contract, Material, Supplier } from '../../../../db/entities';
import { DomainError } from '../../../../domain/errors';
import { anyOf, flag } from '../../list';
import { openCases } from '../holds';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { active, code, email, name, position } from './fields';
import { areaGeometry, invalidAmong } from './geometry';

export const suppliers: Resource<Supplier> = {
  name: 'suppliers',
  entity: Supplier,
  write: 'settings.write',
  input: z.strictObject({ name, email, active }),
  sorts: ['name'],
  filters: { active: flag },
  searched: ['name', 'email'],
  readOnly: ['linkEpoch'],
  quiet: ['email'],
  holds: [openCases('supplier_id')],
  usedBy: [
    ['cases', 'supplier_id'],
    ['repair', 'supplier_id'],
    ['contract', 'supplier_id'],
    ['supplier_job', 'supplier_id'],
    ['warranty_claim', 'supplier_id'],
  ],
};

/** What repairs use: chosen from, so that it can be counted. */
export const materials: Resource<Material> = {
  name: 'materials',
  entity: Material,
  write: 'settings.write',
  input: z.strictObject({
    code,
    nameIt: name,
    nameEn: name,
    unit: z.string().trim().min(1).max(20),
    price: z.coerce.number().min(0).max(1_000_000).nullable().default(null),
    position,
    active,
  }),
  sorts: ['position', 'code', 'nameIt', 'nameEn'],
  filters: { active: flag },
  searched: ['code', 'nameIt', 'nameEn'],
  usedBy: [['repair_material', 'material_id']],
};

/** Which supplier for which problems and places, from when to when, and how long its work lasts. */
export const contracts: Resource<Contract> = {
  name: 'contracts',
  entity: Contract,
  write: 'settings.write',
  input: z
    .strictObject({
      name,
      supplierId: z.uuid(),
      categoryIds: z.array(z.uuid()).max(500).default([]),
      area: areaGeometry.nullable().default(null),
      validFrom: z.iso.date(),
      validTo: z.iso.date(),
      warrantyMonths: z.number().int().min(0).max(240).default(0),
      active,
    })
    .refine(({ validFrom, validTo }) => validFrom <= validTo, { path: ['validTo'], error: 'out-of-range' }),
  sorts: ['validTo', 'name'],
  filters: { active: flag, supplierId: anyOf(z.uuid()) },
  searched: ['name'],
  quiet: ['area'],
  usedBy: [['repair', 'contract_id']],
  async beforeWrite({ tx }, _id, input) {
    await requireRows(tx, Supplier, 'supplierId', [input.supplierId]);
    await requireRows(tx, Category, 'categoryIds', input.categoryIds);
    if (input.area && (await invalidAmong(tx, [input.area])).length > 0)
      throw new DomainError('invalid-input', { area: 'invalid' });
    return input;
  },
};
