import { log } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { DomainError } from '../domain/errors';

// biome-ignore lint/suspicious/noExplicitAny: activities of every shape
type Activities = Record<string, (...args: any[]) => Promise<unknown>>;

/**
 * Activities whose failures carry a code and nothing else: a database or mail error can quote what a
 * person wrote, and failures stay in histories for ever.
 */
export function withFailureCodes<A extends object>(activities: A): A {
  const guarded = Object.entries(activities as Activities).map(([name, run]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await run(...args);
      } catch (error) {
        throw asFailure(error);
      }
    },
  ]);
  return Object.fromEntries(guarded);
}

/** A refusal is final and names its code; anything else may pass and is tried again. */
export function asFailure(error: unknown): Error {
  if (error instanceof TemporalFailure) return error;
  if (error instanceof DomainError) return ApplicationFailure.nonRetryable(error.code, error.code);
  log.warn('activity failed', describe(error));
  return ApplicationFailure.retryable('unexpected', 'unexpected');
}

/** What may be said of an error without quoting data: its class, the database's code, where it arose. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, table, constraint, column } = error as Error & Record<string, unknown>;
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
  return { error: error.name, code, table, column, constraint, where };
}
