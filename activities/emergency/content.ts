import type { EntityManager } from 'typeorm';
import { titleOf } from '../../db/geo/municipality';
import type { CapMessage } from '../../deliveries/cap';
import { DomainError } from '../../domain/errors';
import { answerUrl, TOKEN_PLACE } from './post';

type Content = Omit<CapMessage, 'identifier' | 'sent' | 'type' | 'addressee' | 'references'>;

/** What agencies are told of a case: place, danger, the first report's words and photo. */
const SQL = `
SELECT t.contact_email AS sender, t.contact_email AS contact, t.timezone, t.istat_code AS "istatCode",
  ${titleOf('t')} AS "senderName",
  CASE t.settings->>'capStatus' WHEN 'Exercise' THEN 'Exercise' ELSE 'Actual' END AS status,
  c.number AS incident, g.name_it AS event, c.danger, c.emergency,
  COALESCE(c.address, CASE WHEN c.location IS NULL THEN 'Luogo non indicato' ELSE 'Punto indicato sulla mappa' END) AS place,
  ST_Y(c.location) AS lat, ST_X(c.location) AS lon,
  (SELECT count(*)::int FROM membership m WHERE m.case_id = c.id) AS members,
  (SELECT n.body FROM membership m JOIN report r ON r.id = m.report_id JOIN note n ON n.id = r.note_id
   WHERE m.case_id = c.id ORDER BY r.emergency = 'none', r.received_at, r.id LIMIT 1) AS words,
  EXISTS (SELECT FROM membership m JOIN photo p ON p.report_id = m.report_id
          WHERE m.case_id = c.id AND p.erased_at IS NULL) AS photo
FROM cases c JOIN category g ON g.id = c.category_id, (SELECT * FROM municipality LIMIT 1) t
WHERE c.id = $1`;

/** The case as a CAP message tells it; links hold a mark in the place of the token. */
export async function capContent(tx: EntityManager, caseId: string, publicUrl: string): Promise<Content> {
  const [found] = await tx.query(SQL, [caseId]);
  if (!found) throw new DomainError('not-found');
  const { photo, ...row } = found;
  const web = answerUrl(publicUrl, TOKEN_PLACE);
  return { ...row, web, photoUrl: photo ? `${web}/photo` : null };
}
