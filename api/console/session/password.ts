import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

/** Long rather than complicated; anything longer than this is an attack on our time. */
export const newPassword = z.string().min(10).max(200);

/** Argon2id with the parameters that OWASP asks for (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** For a new user before the first link, and for comparing where there is nobody: nobody knows it. */
export const unusablePassword = (): Promise<string> => hashPassword(randomBytes(32).toString('base64'));

let nobody: Promise<string> | undefined;

/**
 * Compares, and takes as long when there is no such person, so that the time does not tell who exists.
 * @param stored hash of the person's password, or null
 */
export async function passwordFits(stored: string | null, given: string): Promise<boolean> {
  nobody ??= unusablePassword();
  const fits = await verify(stored ?? (await nobody), given);
  return fits && stored !== null;
}
