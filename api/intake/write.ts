import type { EntityManager } from 'typeorm';
import { Report } from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { hashToken, trackingCode } from '../../db/tokens';
import { writeMessage, writeMessages } from '../../deliveries/outbox';
import type { Actor } from '../../domain/case/state';
import type { Channel, Locale } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import { storePhotos } from '../photos/store';
import type { Checked } from './check';
import { isOwnBrowser, openLinks, personByEmail } from './person';

/** How a report reached us, beside what it says. */
export interface Circumstances {
  channel: Channel;
  locale: Locale;
  /** SHA-256 of the first-party cookie, where there is one. */
  clientHash?: Buffer | null;
  /** The member of staff who entered it. */
  enteredBy?: string | null;
  /** The application that sent it. */
  apiKeyId?: string | null;
}

/** Everything that an accepted report is, inside one transaction. */
export async function writeReport(
  tx: EntityManager,
  { config }: Deps,
  checked: Checked,
  how: Circumstances,
  at: { reportId: string; photoIds: string[]; now: Date },
): Promise<void> {
  const { input, place, category, answers, photos, joinsCaseId } = checked;
  const { reportId, now } = at;
  const locale = input.language ?? how.locale;
  const person = input.email ? await personByEmail(tx, input.email, locale) : null;
  const personId = person?.id ?? null;
  const clientHash = how.clientHash ?? null;
  const byOwner = personId && clientHash ? await isOwnBrowser(tx, personId, clientHash) : false;
  const noteId = await writeNote(tx, { body: input.text, personId });
  const answersNoteId =
    answers.length > 0 ? await writeNote(tx, { body: JSON.stringify(answers), personId }) : null;
  const code = trackingCode(config.appSecret, reportId);
  await tx.insert(Report, {
    id: reportId,
    number: await nextNumber(tx, now),
    trackingHash: hashToken(code),
    kind: input.kind,
    channel: how.channel,
    departmentId: category.departmentId,
    categoryId: category.id,
    noteId,
    answersNoteId,
    danger: input.danger,
    emergency: input.emergency,
    location: place && { type: 'Point', coordinates: [place.longitude, place.latitude] },
    locationSource: place?.source ?? null,
    accuracyMetres: place?.accuracy ?? null,
    address: place?.address ?? null,
    personId,
    clientHash,
    byOwner,
    locale,
    enteredBy: how.enteredBy ?? null,
    apiKeyId: how.apiKeyId ?? null,
    roadOwnerId: place?.owner?.id ?? null,
    joinsCaseId,
    privacyReadAt: now,
    receivedAt: now,
  });
  if (person) await openLinks(tx, config.appSecret, { personId: person.id, reportId, now });
  await storePhotos(tx, config, photos, { purpose: 'report', reportId }, at.photoIds);
  await tellReceived(tx, checked, how, at, { noteId, answersNoteId });
}

async function tellReceived(
  tx: EntityManager,
  { input, place, photos }: Checked,
  { channel, enteredBy }: Circumstances,
  { reportId, now }: { reportId: string; now: Date },
  { noteId, answersNoteId }: Pick<Report, 'noteId' | 'answersNoteId'>,
): Promise<void> {
  const actor: Actor = enteredBy ? { kind: 'user', id: enteredBy } : { kind: 'citizen', id: reportId };
  const data = { kind: input.kind, channel, photos: photos.length, photoMetres: place?.photoMetres ?? null };
  const entry = { factId: 'received', name: 'received', at: now, actor, public: true, data, noteId };
  const chain = `report:${reportId}`;
  await appendLog(tx, { chain, ...entry });
  if (answersNoteId) {
    const given = { factId: 'attributes-given', name: 'attributes-given', at: now, actor } as const;
    await appendLog(tx, { chain, ...given, public: false, data: {}, noteId: answersNoteId });
  }
  const fact = { name: 'received', at: now.getTime(), actor } as const;
  if (input.email) await writeMessages(tx, { reportId, fact, factId: 'received' });
  const owner = place?.owner;
  if (!owner) return;
  await appendLog(tx, {
    chain,
    ...{ factId: 'passed-on', name: 'passed-on', at: now, actor, public: true },
    data: { ownerId: owner.id },
  });
  if (owner.email) {
    await writeMessage(tx, {
      event: 'owner-forward',
      recipientKind: 'owner',
      recipientId: owner.id,
      locale: 'it',
      reportId,
      dedupeKey: reportId,
    });
  }
}

/** `AL-2026-000123`: to say on the phone. A number lost with a rolled back transaction is no harm. */
async function nextNumber(tx: EntityManager, now: Date): Promise<string> {
  const [{ prefix, next }] = await tx.query(
    `SELECT COALESCE(settings->>'prefix', 'BC') || '-' || to_char($1::timestamptz AT TIME ZONE timezone, 'YYYY')
            || '-' AS prefix, nextval('report_number') AS next
     FROM municipality LIMIT 1`,
    [now],
  );
  return prefix + next.padStart(6, '0');
}
