import express, { type Request } from 'express';
import { Webhook } from 'standardwebhooks';
import { DomainError } from '../../domain/errors';

/** The signature is over the bytes as they came. */
export const rawBody = express.raw({ type: () => true, limit: '20kb' });

/**
 * The body of a call signed with `secret` by Standard Webhooks, not older than five minutes.
 * @throws DomainError `forbidden`; `invalid-input` where what was signed is no JSON
 */
export function signedBody(secret: string, { body, headers }: Request): unknown {
  const bytes: Buffer | string = Buffer.isBuffer(body) ? body : '';
  try {
    new Webhook(secret).verify(bytes, headers as Record<string, string>, { jsonParse: false });
  } catch {
    throw new DomainError('forbidden');
  }
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new DomainError('invalid-input');
  }
}
