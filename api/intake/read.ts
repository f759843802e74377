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
  const misplaced = problemOnly(raw);
  if (result.success && misplaced.length === 0) return { valid: result.data, problems: {} };
  const problems: Record<string, string> = result.success ? {} : fieldProblems(result.error);
  for (const field of misplaced) problems[field] = 'problem-only';
  const wrong = new Set(Object.keys(problems).map((path) => path.split('.')[0]!));
  const right = Object.entries(reportInput.shape)
    .filter(([field]) => !wrong.has(field))
    .map(([field, schema]) => [field, schema.parse(raw[field])]);
  return { valid: Object.fromEntries(right), problems };
}

/**
 * Danger, emergency, answers or a case to join that came with what ends with an answer. They are refused and not passed over: an alarm
 * that nobody hears is worse than a question that is sent again.
 */
function problemOnly(raw: Record<string, unknown>): string[] {
  const kind = reportInput.shape.kind.safeParse(raw.kind).data;
  if (kind === undefined || kind === 'problem') return [];
  return ['danger', 'emergency', 'attributes', 'joins'].filter((field) => raw[field] !== undefined);
}
