import type { EntityManager } from 'typeorm';
import { CitizenLink } from '../../db/entities';
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
