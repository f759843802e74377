/** SQL for the last qualification of a case: one that its case did not take is none. @param caseId SQL for its id */
export const lastQualification = (caseId: string) => `
  SELECT q.* FROM qualification q
  WHERE q.case_id = ${caseId} AND EXISTS (SELECT FROM log_entry l
    WHERE l.chain = 'case:' || q.case_id AND l.data->>'qualificationId' = q.id::text)
  ORDER BY q.recorded_at DESC LIMIT 1`;

/**
 * SQL for what technicians found in the cases that people reported, newest first: columns `case_id`, `at`, `real`,
 * `declared`, `found`, `upheld`, `own`, one row a case. A report that came after the qualification is
 * not judged by it.
 * @param whose condition on the person's reports `o` and their memberships `om`
 */
export const judgementsSql = (whose: string) => `
  SELECT om.case_id, q.recorded_at AS at, q.real, q.danger AS found, bool_or(o.by_owner) AS own,
    coalesce(max(o.danger) FILTER (WHERE o.by_owner), max(o.danger)) AS declared,
    bool_or(EXISTS (SELECT FROM appeal a WHERE a.report_id = o.id AND a.state = 'upheld')) AS upheld
  FROM report o JOIN membership om ON om.report_id = o.id
  CROSS JOIN LATERAL (${lastQualification('om.case_id')}) q
  WHERE ${whose} AND o.received_at <= q.recorded_at
  GROUP BY o.person_id, om.case_id, q.recorded_at, q.real, q.danger
  ORDER BY q.recorded_at DESC`;
