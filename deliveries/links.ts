import type { Message } from '../db/entities';
import { citizenToken, partyToken, rowToken, supplierToken, trackingCode } from '../db/tokens';

/** What links are made of. */
export interface Links {
  /** Without a final slash. */
  publicUrl: string;
  appSecret: string;
}

export const linkFields = [
  'trackingUrl',
  'consoleUrl',
  'confirmUrl',
  'unsubscribeUrl',
  'answerUrl',
  'portalUrl',
  'resetUrl',
  'meUrl',
] as const;
export type LinkField = (typeof linkFields)[number];

/**
 * The links that this message's recipient may open.
 * @param linkEpoch of the supplier that it is for, if it is for one
 */
export function linksOf(
  message: Message,
  { publicUrl, appSecret }: Links,
  linkEpoch: number | null,
): Record<LinkField, string | null> {
  const { event, recipientKind, recipientId: personId, reportId, caseId, data } = message;
  const citizen = recipientKind === 'person' && (reportId ?? caseId) !== null;
  const confirms = event === 'confirm-email' || event === 'confirm-follow';
  const link = (purpose: 'confirm' | 'unsubscribe') =>
    `${publicUrl}/${purpose === 'confirm' ? 'c' : 'u'}/${citizenToken(appSecret, { purpose, personId, about: reportId ?? caseId })}`;
  const { resetId, meId } = data;
  return {
    trackingUrl:
      citizen && !confirms && reportId ? `${publicUrl}/t/${trackingCode(appSecret, reportId)}` : null,
    consoleUrl: recipientKind === 'user' ? consoleUrl(message, publicUrl) : null,
    confirmUrl: citizen && confirms ? link('confirm') : null,
    unsubscribeUrl: citizen && !confirms ? link('unsubscribe') : null,
    answerUrl: answerUrl(message, { publicUrl, appSecret }, linkEpoch ?? 0),
    portalUrl:
      linkEpoch === null ? null : `${publicUrl}/s/${supplierToken(appSecret, { id: personId, linkEpoch })}`,
    resetUrl:
      typeof resetId === 'string'
        ? `${publicUrl}/console/#/reset/${rowToken(appSecret, 'password-reset', resetId)}`
        : null,
    meUrl:
      recipientKind === 'person' && typeof meId === 'string'
        ? `${publicUrl}/me/${citizenToken(appSecret, { purpose: 'me', personId, about: meId })}`
        : null,
  };
}

/** What the message is about, in the console. */
function consoleUrl({ caseId, data }: Message, publicUrl: string): string | null {
  if (typeof data.reviewId === 'string') return `${publicUrl}/console/#/reviews/${data.reviewId}/show`;
  return caseId ? `${publicUrl}/console/#/cases/${caseId}/show` : null;
}

/** How those without an account answer: an alert, a question, an offer, a thread. */
function answerUrl(
  { recipientKind, data }: Message,
  { publicUrl, appSecret }: Links,
  linkEpoch: number,
): string | null {
  if (recipientKind !== 'agency' && recipientKind !== 'supplier') return null;
  const { forwardId, questionId, handoverId, threadId } = data;
  if (typeof forwardId === 'string') return `${publicUrl}/a/${rowToken(appSecret, 'answer', forwardId)}`;
  const opening = (purpose: 'question' | 'offer' | 'thread', id: string) =>
    `${publicUrl}/x/${partyToken(appSecret, purpose, id, linkEpoch)}`;
  if (typeof questionId === 'string') return opening('question', questionId);
  if (typeof handoverId === 'string') return opening('offer', handoverId);
  if (typeof threadId === 'string') return opening('thread', threadId);
  return null;
}

/** The links that a view holds. */
export const linksIn = (view: Record<LinkField, string | null>): Record<LinkField, string | null> =>
  Object.fromEntries(linkFields.map((field) => [field, view[field]])) as Record<LinkField, string | null>;

/** What stands in a kept text where the sent one had a link: no row holds what opens something. */
const place = (field: string) => `⟦${field}⟧`;

/** The words as they are kept. */
export const withoutLinks = (text: string, links: Record<LinkField, string | null>): string =>
  Object.entries(links).reduce(
    (left, [field, link]) => (link ? left.replaceAll(link, place(field)) : left),
    text,
  );

/** Kept words with the links that the reader may open; the others are dots. */
export const withLinks = (text: string, links: Partial<Record<LinkField, string | null>>): string =>
  text.replace(/⟦(\w+)⟧/g, (_whole, field: LinkField) => links[field] ?? '…');
