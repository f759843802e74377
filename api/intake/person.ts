import type { EntityManager } from 'typeorm';
import { CitizenLink, Report } from '../../db/entities';
import { citizenToken, hashToken } from '../../db/tokens';
import type { Locale } from '../../domain/vocabulary';

const DAY = 24 * 3600 * 1000;
/** An address that nobody confirms in this time has to be given again. */
const CONFIRM_DAYS = 30;
const UNSUBSCRIBE_DAYS = 3650;

/** The person with this address, known from before or new; a new one is not confirmed. */
export async function personByEmail(
  tx: EntityManager,
  email: string,
  locale: Locale,
): Promise<{ id: string; confirmed: boolean }> {
  const [person] = await tx.query(
    `INSERT INTO person (id, email, locale) VALUES (gen_random_uuid(), $1, $2)
     ON CONFLICT (email) WHERE email IS NOT NULL DO UPDATE SET email = EXCLUDED.email
     RETURNING id, confirmed_at IS NOT NULL AS confirmed`,
    [email, locale],
  );
  return person;
}

/** Has this browser sent a report that the person's own link confirmed, or one that counts like it? */
export const isOwnBrowser = (tx: EntityManager, personId: string, clientHash: Buffer): Promise<boolean> =>
  tx.existsBy(Report, { personId, clientHash, byOwner: true });

/** The report is the person's, and with it what the same browser has sent of theirs. */
export async function ownReports(tx: EntityManager, personId: string, reportId: string): Promise<void> {
  await tx.query(
    `UPDATE report SET by_owner = true WHERE person_id = $1 AND NOT by_owner
       AND (id = $2 OR client_hash = (SELECT client_hash FROM report WHERE id = $2))`,
    [personId, reportId],
  );
}

interface LinksOf {
  personId: string;
  reportId?: string | null;
  caseId?: string | null;
  now: Date;
}

/** Makes the links work that the mails about this report, or about a case that is followed, carry. */
export async function openLinks(
  tx: EntityManager,
  appSecret: string,
  { personId, reportId = null, caseId = null, now }: LinksOf,
): Promise<void> {
  const links = (['confirm', 'unsubscribe'] as const).map((purpose) => ({
    tokenHash: hashToken(citizenToken(appSecret, { purpose, personId, about: reportId ?? caseId })),
    purpose,
    personId,
    reportId,
    caseId,
    expiresAt: new Date(now.getTime() + (purpose === 'confirm' ? CONFIRM_DAYS : UNSUBSCRIBE_DAYS) * DAY),
  }));
  await tx.upsert(CitizenLink, links, ['tokenHash']);
}
