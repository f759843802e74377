import type { DataSource } from 'typeorm';
import { DomainError } from '../../domain/errors';
import type { Locale } from '../../domain/vocabulary';

export interface DepartmentChoice {
  code: string;
  name: string;
  description: string;
}

export interface CategoryChoice {
  code: string;
  name: string;
  group: string;
  /** Code of the department that takes it. */
  department: string;
}

/** Departments that take reports, in the municipality's order. */
export function listDepartments(db: DataSource, locale: Locale): Promise<DepartmentChoice[]> {
  const [name, description] = locale === 'it' ? ['name_it', 'description_it'] : ['name_en', 'description_en'];
  return db.query(
    `SELECT code, ${name} AS name, ${description} AS description FROM department d
     WHERE active AND EXISTS (SELECT FROM category c WHERE c.department_id = d.id AND c.active)
     ORDER BY position, code`,
  );
}

/** What can be reported, in the municipality's order. */
export function listCategories(db: DataSource, locale: Locale): Promise<CategoryChoice[]> {
  return db.query(
    `SELECT c.code, c.${locale === 'it' ? 'name_it' : 'name_en'} AS name, c.group_code AS "group", d.code AS department
     FROM category c JOIN department d ON d.id = c.department_id
     WHERE c.active AND d.active ORDER BY d.position, c.position, c.code`,
  );
}

/**
 * The active category of a code.
 * @throws DomainError `invalid-input` when there is none
 */
export async function categoryOf(db: DataSource, code: string): Promise<{ id: string }> {
  const [found] = await db.query(
    `SELECT c.id FROM category c JOIN department d ON d.id = c.department_id
     WHERE c.code = $1 AND c.active AND d.active`,
    [code],
  );
  if (!found) throw new DomainError('invalid-input', { category: 'choice' });
  return found;
}
