import { createHash, createHmac } from 'node:crypto';

/** Crockford's base32: no I, L, O and U, so that a code survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const derive = (secret: string, text: string) =>
  createHmac('sha256', secret).update(text, 'utf8').digest().subarray(0, 16);

/**
 * The code that opens a report's tracking page: 128 bits in groups of four, `7K2M-…`. Derived, so that
 * every mail can carry it although only its hash is stored.
 */
export function trackingCode(secret: string, reportId: string): string {
  return base32(derive(secret, `track:${reportId}`)).replace(/(.{4})(?=.)/g, '$1-');
}

/** What `report.tracking_hash` holds: SHA-256 of the code, however a person typed it. */
export function trackingHash(code: string): Buffer {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(plain, 'utf8').digest();
}

export type LinkPurpose = 'confirm' | 'unsubscribe' | 'password-reset' | 'answer';

/**
 * The token of a mailed link: 128 bits as base64url, derived from the id of the row that the link is
 * about, so that sending again sends the same link and no row or job ever holds it.
 */
export const linkToken = (secret: string, purpose: LinkPurpose, id: string): string =>
  derive(secret, `${purpose}:${id}`).toString('base64url');

/** What the database keeps of a link's token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();

function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  let code = '';
  for (let place = length - 1; place >= 0; place--) {
    code += ALPHABET[Number((bits >> BigInt(place * 5)) & 31n)];
  }
  return code;
}
