import type { Fact } from '../domain/case/facts';
import type { Audience } from '../domain/messages/table';

/** Where something happened: to a case with all its reports, or to one report. */
export interface AudiencePlace {
  caseId?: string;
  reportId?: string;
  fact?: Partial<Pick<Fact, 'data'>>;
}

/** A query with the columns kind, id, locale, report_id. */
export interface AudienceSql {
  sql: string;
  parameters: unknown[];
}

const staff = (role: string, department: string) =>
  `SELECT 'user' AS kind, u.id, u.locale, NULL::uuid AS report_id FROM app_user u
   WHERE u.active AND u.role = '${role}' AND (u.department_id IS NULL OR u.department_id = (${department}))`;

const ofCase = (first: number) => `SELECT department_id FROM cases WHERE id = $${first}`;

/**
 * The recipients of an audience as a query, so that a case with thousands of reports is one statement.
 * A person with several reports in a case hears once, for the first of them.
 * @param first number of the query's first parameter
 */
export function audienceSql(audience: Audience, place: AudiencePlace, first = 1): AudienceSql {
  const { caseId = null, reportId = null } = place;
  const given = (name: string) => place.fact?.data?.[name] ?? null;
  switch (audience) {
    case 'reporters':
      return { sql: persons(first, 'p.confirmed_at IS NOT NULL'), parameters: [caseId, reportId] };
    case 'followers':
      return { sql: followers(first), parameters: [caseId] };
    case 'unconfirmed-reporter':
      return {
        sql: persons(first, 'p.confirmed_at IS NULL AND p.refused_at IS NULL'),
        parameters: [caseId, reportId],
      };
    case 'operators':
      return { sql: staff('operator', ofCase(first)), parameters: [caseId] };
    case 'coordinators':
      return { sql: staff('coordinator', ofCase(first)), parameters: [caseId] };
    case 'oversight':
    case 'management':
      return { sql: staff(audience, ofCase(first)), parameters: [caseId] };
    case 'crew-coordinators':
      return {
        sql: staff(
          'coordinator',
          `SELECT department_id FROM crew WHERE id = COALESCE($${first + 1}::uuid, (SELECT crew_id FROM cases WHERE id = $${first}))`,
        ).concat(
          ` AND COALESCE($${first + 1}::uuid, (SELECT crew_id FROM cases WHERE id = $${first})) IS NOT NULL`,
        ),
        parameters: [caseId, given('crewId')],
      };
    case 'party':
      return { sql: party(first), parameters: [given('kind'), given('id')] };
    case 'supplier':
      return {
        sql: `SELECT 'supplier' AS kind, s.id, 'it' AS locale, NULL::uuid AS report_id
              FROM supplier s JOIN cases c ON c.supplier_id = s.id WHERE c.id = $${first} AND s.active`,
        parameters: [caseId],
      };
  }
}

/** Whoever the fact names by kind and id; a department by its coordinators, a citizen by the report. */
const party = (first: number) => `
  SELECT 'user' AS kind, u.id, u.locale, NULL::uuid AS report_id FROM app_user u
  WHERE $${first} = 'department' AND u.active AND u.role = 'coordinator' AND u.department_id = $${first + 1}::uuid
  UNION ALL SELECT 'supplier', s.id, 'it', NULL FROM supplier s
  WHERE $${first} = 'supplier' AND s.active AND s.id = $${first + 1}::uuid
  UNION ALL SELECT 'agency', a.id, 'it', NULL FROM agency a
  WHERE $${first} = 'agency' AND a.active AND a.id = $${first + 1}::uuid
  UNION ALL SELECT 'person', p.id, r.locale, r.id FROM report r JOIN person p ON p.id = r.person_id
  WHERE $${first} = 'citizen' AND r.id = $${first + 1}::uuid AND p.confirmed_at IS NOT NULL AND p.erased_at IS NULL`;

/** Whoever follows the case and has no report in it, which tells more. */
const followers = (first: number) => `
  SELECT 'person' AS kind, p.id, f.locale, NULL::uuid AS report_id
  FROM case_follower f JOIN person p ON p.id = f.person_id
  WHERE f.case_id = $${first} AND f.confirmed AND p.email IS NOT NULL AND p.confirmed_at IS NOT NULL AND p.erased_at IS NULL
    AND NOT EXISTS (SELECT FROM membership m JOIN report r ON r.id = m.report_id
                    WHERE m.case_id = f.case_id AND r.person_id = p.id)`;

/** One report where it is named, else all reports of the case. */
function persons(first: number, condition: string): string {
  return `SELECT DISTINCT ON (p.id) 'person' AS kind, p.id, r.locale, r.id AS report_id
    FROM report r
    JOIN person p ON p.id = r.person_id
    WHERE p.email IS NOT NULL AND p.erased_at IS NULL AND ${condition}
      AND CASE WHEN $${first + 1}::uuid IS NULL
               THEN r.id IN (SELECT report_id FROM membership WHERE case_id = $${first}::uuid)
               ELSE r.id = $${first + 1}::uuid END
    ORDER BY p.id, r.received_at, r.id`;
}
