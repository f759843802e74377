import type { DataSource } from 'typeorm';
import type { Message } from '../../../db/entities';
import { linkFields } from '../../../deliveries/links';
import { type Rendered, render } from '../../../deliveries/render';
import { fullView } from '../../../deliveries/templates/sample';
import { parseSource } from '../../../deliveries/templates/source';
import { buildView, type MessageView } from '../../../deliveries/view';
import type { MessageEvent } from '../../../domain/messages/table';
import type { Locale } from '../../../domain/vocabulary';
import { refusal } from '../../errors';

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** A grey picture, which needs no address. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="552" height="300"><rect width="552" height="300" fill="#c5c7c9"/></svg>',
)}`;

/** Nothing in a preview opens anything: these stay as the sample has them. */
const links: readonly string[] = [...linkFields, 'photoUrl'];

/**
 * The mail that a template would make of a real case, or of nothing real. What the case has not come to yet is as in the
 * sample; nobody's words, names or links are in it.
 * @throws DomainError `invalid-input` where no case or report has the number
 */
export async function previewOf(
  db: DataSource,
  {
    event,
    locale,
    source,
    number,
  }: { event: MessageEvent; locale: Locale; source: string; number: string | null },
): Promise<Rendered> {
  const view = number ? await viewOf(db, event, locale, number) : fullView(locale);
  return render(parseSource(source), { ...view, photoUrl: PICTURE });
}

async function viewOf(
  db: DataSource,
  event: MessageEvent,
  locale: Locale,
  number: string,
): Promise<MessageView> {
  const [found] = await db.query(
    `SELECT c.id AS "caseId", m.report_id AS "reportId" FROM cases c
     LEFT JOIN LATERAL (SELECT report_id FROM membership WHERE case_id = c.id ORDER BY attached_at LIMIT 1) m ON true
     WHERE c.number = $1
     UNION ALL SELECT m.case_id, r.id FROM report r LEFT JOIN membership m ON m.report_id = r.id WHERE r.number = $1
     LIMIT 1`,
    [number],
  );
  if (!found) throw refusal({ number: 'choice' }, { number: unknown });
  const message = {
    ...found,
    event,
    locale,
    data: {},
    recipientKind: 'user',
    recipientId: NOBODY,
  } as Message;
  const real = await buildView(db, message, { publicUrl: 'https://example.org', appSecret: '-' });
  const known = Object.entries(real).filter(
    ([field, value]) => value !== null && value !== false && !links.includes(field),
  );
  return { ...fullView(locale), ...Object.fromEntries(known) };
}

const unknown = {
  it: 'Nessun caso e nessuna segnalazione ha questo numero.',
  en: 'No case and no report has this number.',
};
