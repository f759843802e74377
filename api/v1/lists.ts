import type { DataSource } from 'typeorm';
import type { Attribute } from '../../domain/attributes/attribute';
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
  attributes: AttributeChoice[];
}

/** An attribute in one language. */
export interface AttributeChoice extends Pick<Attribute, 'code' | 'kind' | 'required' | 'stops' | 'when'> {
  question: string;
  hint: string;
  choices: { key: string; name: string }[];
}

export const attributesIn = (attributes: Attribute[], locale: Locale): AttributeChoice[] =>
  attributes.map(({ it, en, hintIt, hintEn, choices, ...attribute }) => ({
    ...attribute,
    question: locale === 'it' ? it : en,
    hint: locale === 'it' ? hintIt : hintEn,
    choices: choices.map(({ key, ...name }) => ({ key, name: name[locale] })),
  }));

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
export async function listCategories(db: DataSource, locale: Locale): Promise<CategoryChoice[]> {
  const rows: (Omit<CategoryChoice, 'attributes'> & { attributes: Attribute[] })[] = await db.query(
    `SELECT c.code, c.${locale === 'it' ? 'name_it' : 'name_en'} AS name, c.group_code AS "group", d.code AS department,
            c.attributes
     FROM category c JOIN department d ON d.id = c.department_id
     WHERE c.active AND d.active ORDER BY d.position, c.position, c.code`,
  );
  return rows.map((row) => ({ ...row, attributes: attributesIn(row.attributes, locale) }));
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
