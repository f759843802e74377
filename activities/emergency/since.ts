/**
 * SQL for when the present forward of a case began: after the last Cancel, and after the case was last
 * reopened; what was alerted before that is over.
 * @param caseId a placeholder of the statement
 */
export const sinceOf = (caseId: string): string => `
  SELECT GREATEST(
    '-infinity'::timestamptz,
    (SELECT max(x.sent_at) FROM forward x WHERE x.case_id = ${caseId} AND x.msg_type = 'Cancel'),
    (SELECT max(l.at) FROM log_entry l WHERE l.chain = 'case:' || ${caseId} AND l.name = 'reopened'))`;
