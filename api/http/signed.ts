import express, { type Request } from 'express';
import { Webhook } from 'standardwebhooks';
import { DomainError } from '../../domain/errors';

/** The signature is over the bytes as they came. */
export const rawBody = express.raw({ type: () => true, limit: '20kb' });

/**
 * The body of a call signed with `secret` by Standard Webhooks, not older than five minutes.
 * @throws DomainError `forbidden`
 */
export function signedBody(secret: string, { body, headers }: Request): unknown {
  try {
    return new Webhook(secret).verify(Buffer.isBuffer(body) ? body : '', headers as Record<string, string>);
  } catch {
    throw new DomainError('forbidden');
  }
}
