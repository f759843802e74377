import type { z } from 'zod';
import { refusal } from '../errors';
import { type FieldCode, isFieldCode } from '../field-errors';

type Issue = z.core.$ZodIssue;

/** The code of what is wrong with one field; a schema may name its own as the issue's message. */
function codeOf(issue: Issue): FieldCode {
  if (isFieldCode(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid';
    case 'too_small':
      return issue.origin === 'string' ? (issue.minimum === 1 ? 'required' : 'too-short') : 'out-of-range';
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'out-of-range';
    case 'invalid_format':
      return issue.format === 'email' ? 'email' : 'invalid';
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'choice';
    default:
      return 'invalid';
  }
}

/** Every problem of every field at once: path to code. Unknown fields are named one by one. */
export function fieldProblems(error: z.ZodError): Record<string, FieldCode> {
  // No field is special, whatever its name.
  const fields: Record<string, FieldCode> = Object.create(null);
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) fields[path ? `${path}.${key}` : key] = 'unknown-field';
    } else {
      fields[path] ??= codeOf(issue);
    }
  }
  return fields;
}

/** What the database holds in no words: NUL, and halves of a character. No keyboard makes them. */
export const unstorable = /\0|\p{Surrogate}/u;

/** The paths of the words that cannot be stored. */
function unstorableIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return unstorable.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => unstorableIn(item, path ? `${path}.${key}` : key));
}

/** Input from outside, checked; throws `invalid-input` with every field's problem. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (!result.success) throw refusal(fieldProblems(result.error));
  const broken = unstorableIn(result.data);
  if (broken.length > 0) throw refusal(Object.fromEntries(broken.map((path) => [path, 'invalid'])));
  return result.data;
}
