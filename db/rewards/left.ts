/**
 * SQL for the cases that a report was part of before a merge, a split or an undone merge moved it: columns `case_id`
 * and `at`, when it left. @param report SQL for the report's id
 */
export const leftCases = (report: string) => `
  SELECT coalesce(data->>'fromCaseId', data->>'caseId')::uuid AS case_id, at FROM log_entry
  WHERE chain = 'report:' || ${report} AND name IN ('merged', 'split', 'unmerged')`;
