import type { DataSource } from 'typeorm';
import type { Agency, Forward } from '../../db/entities';
import { rowToken } from '../../db/tokens';
import { type CapAlert, capXml } from '../../deliveries/cap';
import { DomainError } from '../../domain/errors';
import type { Danger, Emergency } from '../../domain/vocabulary';
import type { Config } from '../../temporal/config';

export type AlertConfig = Pick<Config, 'publicUrl' | 'appSecret' | 'allowPrivateWebhooks'>;

/** What agencies are told of a case: the problem and the place, never who reported. */
export interface EmergencyFacts {
  municipality: string;
  istatCode: string;
  sender: string;
  timezone: string;
  number: string;
  category: string;
  emergency: Emergency;
  danger: Danger;
  members: number;
  lat: number;
  lon: number;
  address: string | null;
  words: string | null;
  photoId: string | null;
}

const SQL = `
SELECT t.name AS municipality, t.istat_code AS "istatCode", t.contact_email AS sender, t.timezone,
  c.number, g.name_it AS category, c.emergency, c.danger, ST_Y(c.location) AS lat, ST_X(c.location) AS lon,
  c.address, (SELECT count(*)::int FROM membership m WHERE m.case_id = c.id) AS members, n.body AS words,
  (SELECT p.id FROM photo p WHERE p.report_id = r.id AND p.erased_at IS NULL ORDER BY p.created_at LIMIT 1) AS "photoId"
FROM cases c CROSS JOIN (SELECT * FROM municipality LIMIT 1) t
JOIN category g ON g.id = c.category_id
LEFT JOIN LATERAL (
  SELECT o.id, o.note_id FROM membership m JOIN report o ON o.id = m.report_id WHERE m.case_id = c.id
  ORDER BY (o.emergency = 'none'), o.received_at, o.id LIMIT 1) r ON true
LEFT JOIN note n ON n.id = r.note_id
WHERE c.id = $1`;

/** @throws DomainError `not-found` for an unknown case */
export async function emergencyFacts(db: DataSource, caseId: string): Promise<EmergencyFacts> {
  const [facts] = await db.query(SQL, [caseId]);
  if (!facts) throw new DomainError('not-found');
  return facts;
}

/** The page where the agency answers; every alert has its own. */
export const answerUrl = (config: AlertConfig, forwardId: string): string =>
  `${config.publicUrl}/a/${rowToken(config.appSecret, 'answer', forwardId)}`;

const maxWords = 1500;

/** The CAP message of one forward row. `about` is the alert that an Update or Cancel refers to. */
export function capOf(
  config: AlertConfig,
  facts: EmergencyFacts,
  agency: Agency,
  forward: Pick<Forward, 'id' | 'identifier' | 'msgType' | 'sentAt'>,
  about?: Pick<Forward, 'id' | 'identifier' | 'sentAt'>,
): string {
  const place = facts.address ?? `${facts.lat.toFixed(6)}, ${facts.lon.toFixed(6)}`;
  const web = answerUrl(config, about?.id ?? forward.id);
  const alert: CapAlert = {
    ...facts,
    place,
    web,
    identifier: forward.identifier,
    sent: forward.sentAt,
    exercise: config.allowPrivateWebhooks,
    msgType: forward.msgType,
    ...(about && { references: { identifier: about.identifier, sent: about.sentAt } }),
    addressee: agency.email ?? agency.name,
    senderName: `Comune di ${facts.municipality}`,
    event: facts.category,
    headline: headlines[forward.msgType](facts.category, place),
    description: [`Segnalazioni: ${facts.members}.`, facts.words?.slice(0, maxWords)]
      .filter(Boolean)
      .join('\n'),
    photoUrl: facts.photoId && `${web}/photos/${facts.photoId}`,
  };
  return capXml(alert);
}

const headlines: Record<Forward['msgType'], (event: string, place: string) => string> = {
  Alert: (event, place) => `Emergenza: ${event}, ${place}`,
  Update: (event, place) => `Nuove segnalazioni: ${event}, ${place}`,
  Cancel: (event, place) => `Annullata: ${event}, ${place}`,
};
