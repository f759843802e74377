import { In } from 'typeorm';
import { z } from 'zod';
import { Agency, Calendar, Department, DepartmentAgency } from '../../../../db/entities';
import { anyOf, flag } from '../../list';
import { ofDepartment, openCases } from '../holds';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { active, code, name, position, text } from './fields';

/** A department, its calendar, and the agencies that its emergencies are offered to, in order of call. */
export const departments: Resource<Department> = {
  name: 'departments',
  entity: Department,
  write: 'settings.write',
  input: z.strictObject({
    code,
    nameIt: name,
    nameEn: name,
    descriptionIt: text.default(''),
    descriptionEn: text.default(''),
    calendarId: z.uuid(),
    position,
    active,
    agencyIds: z.array(z.uuid()).max(20).default([]),
  }),
  sorts: ['position', 'code', 'nameIt', 'nameEn'],
  filters: { active: flag, calendarId: anyOf(z.uuid()) },
  searched: ['code', 'nameIt', 'nameEn'],
  holds: [
    openCases('department_id'),
    ofDepartment('category'),
    ofDepartment('crew'),
    ofDepartment('app_user'),
  ],
  usedBy: [
    ['cases', 'department_id'],
    ['report', 'department_id'],
    ['category', 'department_id'],
    ['crew', 'department_id'],
    ['app_user', 'department_id'],
    ['roster_shift', 'department_id'],
    ['sla_policy', 'department_id'],
    ['department_agency', 'department_id'],
    ['dossier', 'department_id'],
  ],
  async extend(tx, rows) {
    const links = await tx.find(DepartmentAgency, {
      where: { departmentId: In(rows.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    return rows.map((row) => ({
      ...row,
      agencyIds: links.filter((link) => link.departmentId === row.id).map((link) => link.agencyId),
    }));
  },
  async beforeWrite({ tx }, _id, { agencyIds, ...columns }) {
    await requireRows(tx, Calendar, 'calendarId', [columns.calendarId]);
    await requireRows(tx, Agency, 'agencyIds', agencyIds);
    return columns;
  },
  async afterWrite({ tx }, departmentId, { agencyIds }) {
    await tx.delete(DepartmentAgency, { departmentId });
    const links = [...new Set<string>(agencyIds)];
    await tx.insert(
      DepartmentAgency,
      links.map((agencyId, index) => ({ departmentId, agencyId, position: index })),
    );
  },
  replans: async (_tx, { id }) => [id],
};
