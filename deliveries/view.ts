import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import type { Message } from '../db/entities';
import type { MessageEvent } from '../domain/messages/table';
import type { Locale, PauseReason, RejectReason } from '../domain/vocabulary';
import { loadFacts } from './facts';
import { type Links, linksOf } from './links';
import { sentences } from './sentences';

/** Every field that a template may name; null where it does not apply. */
export interface MessageView {
  locale: Locale;
  municipality: string;
  contactEmail: string;
  reportNumber: string | null;
  /** In the official register, once it has one. */
  registerNumber: string | null;
  caseNumber: string | null;
  category: string | null;
  department: string | null;
  place: string;
  danger: string | null;
  emergency: string | null;
  members: number | null;
  reason: string | null;
  /** What staff wrote to the recipient. */
  note: string | null;
  /** What the citizen wrote. */
  words: string | null;
  outcome: string | null;
  /** How the case stands at this moment. */
  standing: string | null;
  clock: string | null;
  clockDue: string | null;
  due: string | null;
  newDue: string | null;
  nextDue: string | null;
  until: string | null;
  ackBy: string | null;
  linkUntil: string | null;
  crew: string | null;
  agency: string | null;
  policyChange: boolean;
  invited: boolean;
  /** An appeal was. */
  upheld: boolean;
  trackingUrl: string | null;
  consoleUrl: string | null;
  confirmUrl: string | null;
  unsubscribeUrl: string | null;
  answerUrl: string | null;
  /** A supplier's own page. */
  portalUrl: string | null;
  resetUrl: string | null;
  /** A citizen's own page. */
  meUrl: string | null;
  mapUrl: string | null;
  photoUrl: string | null;
  day: string | null;
  chains: string | null;
  digest: string | null;
  signature: string | null;
  publicKey: string | null;
}

/** Events whose recipient reads what staff wrote; elsewhere a note is the staff's own. */
const noteIsForRecipient: readonly string[] = [
  'question',
  'question-reminder',
  'offer',
  'thread-message',
  'rejected',
  'answered',
  'closed',
  'reopen-refused',
  'appeal-answered',
] satisfies MessageEvent[];

/** Gathers what a message says, at the moment of sending: no row or job holds it before. */
export async function buildView(db: DataSource, message: Message, links: Links): Promise<MessageView> {
  const facts = await loadFacts(db, message, noteIsForRecipient.includes(message.event));
  const { locale, data } = message;
  const say = sentences[locale];
  const own = linksOf(message, links, facts.linkEpoch);
  const text = (key: string) => (data[key] === undefined || data[key] === null ? null : String(data[key]));
  const when = whenIn(locale, facts.timezone);
  const now = Date.now();
  const future = (at: Date | number | null) => (at !== null && Number(at) > now ? when(at) : null);
  const dueAt = typeof data.dueAt === 'number' ? data.dueAt : null;
  return {
    locale,
    municipality: facts.municipality,
    contactEmail: facts.contactEmail,
    reportNumber: facts.reportNumber,
    registerNumber: facts.registerNumber,
    caseNumber: facts.caseNumber,
    category: facts.category,
    department: facts.department,
    place: facts.address ?? (facts.lat === null ? say.noPlace : say.onTheMap),
    // What ends with an answer is never dangerous, and nobody asked.
    danger: facts.kind === 'problem' && facts.danger ? say.danger[facts.danger] : null,
    emergency: facts.emergency && say.emergency[facts.emergency],
    members: facts.members,
    reason: reasonOf(message),
    note: facts.note,
    words: facts.words,
    outcome: facts.outcome && say.outcome[facts.outcome],
    standing:
      (facts.outcome ? say.outcome[facts.outcome] : facts.status && say.standing[facts.status]) ?? null,
    clock: isKey(say.clock, data.clock) ? say.clock[data.clock] : null,
    clockDue: when(dueAt),
    due: message.event === 'late' ? when(dueAt) : future(facts.repairDueAt),
    newDue: future(facts.repairEscalateAt),
    nextDue: future(facts.dueAt),
    until: when(facts.pauseEndsAt),
    ackBy: when(facts.ackBy),
    linkUntil: when(facts.linkUntil ?? (typeof data.expiresAt === 'number' ? data.expiresAt : null)),
    crew: message.recipientKind === 'user' ? facts.crew : null,
    agency: facts.agency,
    policyChange: data.cause === 'policy-change',
    invited: data.why === 'invitation',
    upheld: data.upheld === true,
    ...own,
    mapUrl: mapLink(facts),
    // Below the tracking page, whose code is what opens it.
    photoUrl: facts.photoId && own.trackingUrl && `${own.trackingUrl}/photos/${facts.photoId}`,
    day: text('day'),
    chains: text('chains'),
    digest: text('digest'),
    signature: text('signature'),
    publicKey: text('publicKey'),
  };
}

/** Where a place can be looked at. */
export const mapLink = ({ lat, lon }: { lat: number | null; lon: number | null }): string | null =>
  lat === null || lon === null
    ? null
    : `https://www.openstreetmap.org/?mlat=${lat.toFixed(6)}&mlon=${lon.toFixed(6)}#map=18/${lat.toFixed(6)}/${lon.toFixed(6)}`;

/** An instant as people read it, in the municipality's time. */
export const whenIn =
  (locale: Locale, zone: string) =>
  (at: Date | number | null): string | null =>
    at === null
      ? null
      : DateTime.fromMillis(Number(at), { zone }).setLocale(locale).toFormat(sentences[locale].dateTime);

function reasonOf({ locale, event, data }: Message): string | null {
  const { reject, pause, cause } = sentences[locale];
  if (event === 'rejected') return reject[data.reason as RejectReason] ?? null;
  if (event === 'cause-recurs') return isKey(cause, data.cause) ? cause[data.cause] : null;
  return event === 'paused' ? (pause[data.reason as PauseReason] ?? null) : null;
}

const isKey = <T extends object>(table: T, key: unknown): key is keyof T =>
  typeof key === 'string' && Object.hasOwn(table, key);
