import { fieldProblems } from '../http/validate';
import { type ReportInput, reportInput } from './input';

export interface ReadInput {
  /** Every field that is right, whatever is wrong with the others. */
  valid: Partial<ReportInput>;
  /** Field to code. */
  problems: Record<string, string>;
}

/** Checks all fields at once, so that rules beyond single fields can look at those that are right. */
export function readInput(raw: Record<string, unknown>): ReadInput {
  const result = reportInput.safeParse(raw, { reportInput: true });
  if (result.success) return { valid: result.data, problems: {} };
  const problems = fieldProblems(result.error);
  const right = Object.entries(reportInput.shape)
    .filter(([field]) => !(field in problems))
    .map(([field, schema]) => [field, schema.parse(raw[field])]);
  return { valid: Object.fromEntries(right), problems };
}
