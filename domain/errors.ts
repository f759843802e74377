/**
 * One union of error codes. The API maps it once to HTTP and to a sentence in the person's
 * language; workflows and activities carry the code as the type of a non-retryable failure.
 */
export const errorCodes = [
  'invalid-input',
  'unknown-field',
  'not-found',
  'not-signed-in',
  'wrong-credentials',
  'forbidden',
  'bad-csrf',
  'too-many-requests',
  'too-much',
  'photo-quota',
  'photo-unreadable',
  'photo-too-large',
  'photo-format',
  'outside-boundary',
  'not-our-road',
  'idempotency-conflict',
  'link-expired',
  'illegal-transition',
  'wrong-kind',
  'already-safe',
  'make-safe-running',
  'emergency-never-pauses',
  'already-paused',
  'not-paused',
  'no-reopen-request',
  'no-forward-running',
  'help-called',
  'case-closed',
  'question-closed',
  'offer-waits',
  'nothing-offered',
  'parts-open',
  'round-over',
  'shift-over',
  'stop-in-progress',
  'not-in-round',
  'already-in-round',
  'rating-closed',
  'already-rated',
  'too-few-points',
  'none-left',
  'reward-over',
  'code-used',
  'code-over',
  'not-confirmed-yet',
  'conflict',
  'temporal-unavailable',
  'unexpected',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A refusal with a code; `fields` names what is wrong where, for forms. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fields: Record<string, string> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
