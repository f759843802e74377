import { createHash, createHmac } from 'node:crypto';

/**
 * Links that open something carry 128 bits that nobody can guess. They are derived from the secret of
 * the installation, so that a mail can carry the link although only its hash is kept.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford's base32: no letter that is easily taken for a digit. */
function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  return Array.from(
    { length },
    (_, i) => ALPHABET[Number((bits >> BigInt(5 * (length - 1 - i))) & 31n)],
  ).join('');
}

const derive = (secret: string, text: string): string =>
  base32(createHmac('sha256', secret).update(text).digest().subarray(0, 16));

/** The code that opens a report's tracking page, in groups to read aloud: `XXXXX-XXXXX-…`. */
export const trackingCode = (appSecret: string, reportId: string): string =>
  derive(appSecret, reportId)
    .match(/.{1,5}/g)!
    .join('-');

/**
 * The token of a citizen's link; the same person, purpose and thing that it is about (report, followed case, or the request
 * for the link to the own page) always have the same.
 */
export const citizenToken = (
  appSecret: string,
  link: { purpose: 'confirm' | 'unsubscribe' | 'me'; personId: string; about: string | null },
): string => derive(appSecret, `${link.purpose}:${link.personId}:${link.about ?? ''}`);

/** What a link about one row opens: a password reset, an agency's answer to a forward, a question, an offer, a thread; or an API key, or a supplier's portal. */
export type RowPurpose =
  | 'password-reset'
  | 'answer'
  | 'question'
  | 'offer'
  | 'thread'
  | 'api-key'
  | 'supplier';

export const rowToken = (appSecret: string, purpose: RowPurpose, id: string): string =>
  derive(appSecret, `${purpose}:${id}`);

/** The code of a reward, to be read aloud at a counter: 80 bits, `XXXX-XXXX-XXXX-XXXX`. */
export const redemptionCode = (appSecret: string, redemptionId: string): string =>
  derive(appSecret, `redemption:${redemptionId}`).slice(-16).match(/.{4}/g)!.join('-');

/**
 * What opens a question, an offer or a thread for a party without an account; a supplier's new epoch makes the former ones
 * worthless.
 */
export const partyToken = (
  appSecret: string,
  purpose: 'question' | 'offer' | 'thread',
  id: string,
  linkEpoch: number,
): string => rowToken(appSecret, purpose, linkEpoch === 0 ? id : `${id}:${linkEpoch}`);

/** What opens a supplier's portal; a new epoch makes the former ones worthless. */
export const supplierToken = (
  appSecret: string,
  { id, linkEpoch }: { id: string; linkEpoch: number },
): string => rowToken(appSecret, 'supplier', `${id}:${linkEpoch}`);

/** What people type instead of what they were given: small letters, spaces, O for 0, I and L for 1. */
export const normalizeToken = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** SHA-256 of the normalised token: what the database keeps. */
export const hashToken = (token: string): Buffer =>
  createHash('sha256').update(normalizeToken(token)).digest();
