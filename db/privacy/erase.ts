import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../domain/case/state';
import { DomainError } from '../../domain/errors';
import { Case, CaseFollower, CitizenLink, IdempotencyKey, Person, Photo, Report } from '../entities';
import { lookAtPlace } from '../geo/place';
import { appendLog } from '../log';
import { removeAttachmentFiles, removePhotoFiles } from '../photo-files';
import { lockForErasure } from './lock';
import { forgetPoints } from './rewards';

/** Why data goes: the person asked, or the period of db/privacy/retention.ts is over. */
export type ErasureReason = 'request' | 'retention';

export interface Erasure {
  reports: number;
  notes: number;
  photos: number;
  messages: number;
}

interface How {
  actor: Actor;
  reason: ErasureReason;
  /** Folder that holds `photos/`. */
  dataDir: string;
}

const nothing: Erasure = { reports: 0, notes: 0, photos: 0, messages: 0 };

/**
 * Forgets a citizen: address, words, pictures, exact places, what was mailed. The problems in public
 * space stay with their numbers, and every chain of the log still verifies: it vouches for digests.
 * @throws DomainError `not-found` for an unknown person
 */
export async function erasePerson(db: DataSource, personId: string, how: How): Promise<Erasure> {
  const { erasure, ...files } = await db.transaction(async (tx) => {
    const person = await tx.findOne(Person, {
      where: { id: personId },
      lock: { mode: 'for_no_key_update' },
    });
    if (!person) throw new DomainError('not-found');
    const reports = await tx.find(Report, {
      select: { id: true },
      where: { personId },
      order: { id: 'ASC' },
    });
    const done = await forget(
      tx,
      reports.map(({ id }) => id),
      how,
    );
    done.erasure.messages += await emptyMessages(tx, "recipient_kind = 'person' AND recipient_id = $1", [
      personId,
    ]);
    await tx.delete(CitizenLink, { personId });
    await tx.delete(CaseFollower, { personId });
    await forgetAddresses(tx, [personId]);
    return done;
  });
  await removeFiles(how, files);
  return erasure;
}

/** The same for single reports; with somebody's last report goes the address. */
export async function eraseReports(db: DataSource, reportIds: string[], how: How): Promise<Erasure> {
  const { erasure, ...files } = await db.transaction((tx) => forget(tx, reportIds, how));
  await removeFiles(how, files);
  return erasure;
}

interface Forgotten {
  erasure: Erasure;
  photoIds: string[];
  attachmentIds: string[];
}

/** Once nothing in the database names them. */
async function removeFiles(how: How, { photoIds, attachmentIds }: Omit<Forgotten, 'erasure'>): Promise<void> {
  await removePhotoFiles(how, photoIds);
  await removeAttachmentFiles(how, attachmentIds);
}

async function forget(tx: EntityManager, reportIds: string[], how: How): Promise<Forgotten> {
  await lockForErasure(tx, reportIds);
  const erasure = { ...nothing };
  const photoIds: string[] = [];
  const attachmentIds: string[] = [];
  const personIds: string[] = [];
  for (const id of reportIds) {
    const notes = await emptyNotes(tx, id);
    const photos = await erasePhotos(tx, id);
    const messages =
      (await emptyMessages(tx, "report_id = $1 AND recipient_kind = 'person'", [id])) +
      (await emptyMessages(tx, quotes, [id, notes]));
    await emptyForwards(tx, id);
    await renameCase(tx, id);
    personIds.push(...(await blurReport(tx, id)));
    await tx.delete(IdempotencyKey, { reportId: id });
    await tx.delete(CitizenLink, { reportId: id });
    if (notes.length + photos.length > 0) await logErasure(tx, id, how, { notes, photos });
    erasure.reports += 1;
    erasure.notes += notes.length;
    erasure.photos += photos.length;
    erasure.messages += messages;
    photoIds.push(...photos);
    attachmentIds.push(...(await eraseAttachments(tx, id)));
  }
  await forgetAddresses(tx, personIds);
  return { erasure, photoIds, attachmentIds };
}

/** The words of the report, of what its citizen added and of their conversation: body and salt go, the digest stays. */
async function emptyNotes(tx: EntityManager, reportId: string): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await tx.query(
    `UPDATE note SET body = NULL, salt = NULL, person_id = NULL, erased_at = now()
     WHERE erased_at IS NULL AND id IN (
       SELECT note_id FROM report WHERE id = $1
       UNION SELECT answers_note_id FROM report WHERE id = $1
       UNION SELECT note_id FROM citizen_act WHERE report_id = $1 AND note_id IS NOT NULL
       -- Also what a rating said before it was changed.
       UNION SELECT note_id FROM log_entry WHERE chain = 'report:' || $1 AND actor_kind = 'citizen' AND note_id IS NOT NULL
       UNION SELECT unnest(ARRAY[note_id, answer_note_id]) FROM appeal WHERE report_id = $1
       UNION SELECT m.note_id FROM thread_message m JOIN thread t ON t.id = m.thread_id
         WHERE t.kind = 'citizen' AND t.party_id = $1)
     RETURNING id`,
    [reportId],
  );
  return rows.map(({ id }) => id);
}

async function erasePhotos(tx: EntityManager, reportId: string): Promise<string[]> {
  const photos = await tx
    .createQueryBuilder(Photo, 'photo')
    .where('photo.reportId = :reportId AND photo.erasedAt IS NULL', { reportId })
    .getMany();
  const ids = photos.map(({ id }) => id);
  if (ids.length > 0) await tx.update(Photo, ids, { erasedAt: new Date() });
  return ids;
}

/** The files of their conversation. */
async function eraseAttachments(tx: EntityManager, reportId: string): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await tx.query(
    `UPDATE attachment SET erased_at = now(), name = '-' WHERE erased_at IS NULL AND message_id IN (
       SELECT m.id FROM thread_message m JOIN thread t ON t.id = m.thread_id
       WHERE t.kind = 'citizen' AND t.party_id = $1)
     RETURNING id`,
    [reportId],
  );
  return rows.map(({ id }) => id);
}

/** What was mailed and what was about to be. */
async function emptyMessages(tx: EntityManager, where: string, parameters: unknown[]): Promise<number> {
  const [, count]: [unknown, number] = await tx.query(
    `UPDATE message SET subject = NULL, html = NULL, text = NULL, last_error = NULL, data = '{}',
       status = CASE WHEN status IN ('waiting', 'queued', 'failed') THEN 'suppressed' ELSE status END
     WHERE ${where} AND (text IS NOT NULL OR status IN ('waiting', 'queued', 'failed'))`,
    parameters,
  );
  return count;
}

/** The report's cases, with those it was part of before, and those that were merged into one of them. */
const ofCase = `WITH RECURSIVE whole (id) AS (
  SELECT case_id FROM membership WHERE report_id = $1
  UNION SELECT coalesce(l.data->>'fromCaseId', l.data->>'caseId')::uuid FROM log_entry l
    WHERE l.chain = 'report:' || $1 AND l.name IN ('attached', 'merged', 'split', 'unmerged')
  UNION SELECT c.id FROM cases c JOIN whole ON c.merged_into = whole.id) SELECT id FROM whole`;

/** Messages to anybody that quote the report's erased words or its conversation. */
const quotes = `case_id IN (${ofCase}) AND (data->>'noteId' = ANY($2::text[]) OR data->>'messageId' IN (
  SELECT m.id::text FROM thread_message m JOIN thread t ON t.id = m.thread_id
  WHERE t.kind = 'citizen' AND t.party_id = $1::uuid))`;

/**
 * What bodies outside were sent about the report's case quotes the first reporter; which one that was is not
 * kept. What still waits to be sent goes, by then without the words.
 */
async function emptyForwards(tx: EntityManager, reportId: string): Promise<void> {
  await tx.query(
    `UPDATE message SET subject = NULL, html = NULL, text = NULL
     WHERE text IS NOT NULL AND (recipient_kind = 'owner' AND report_id = $1
                                 OR recipient_kind = 'agency' AND case_id IN (${ofCase}))`,
    [reportId],
  );
  await tx.query(
    `UPDATE forward SET cap = regexp_replace(cap, '<(description|headline|areaDesc)>[^<]*</', '<\\1>-</', 'g')
     WHERE case_id IN (${ofCase})`,
    [reportId],
  );
}

/** The problem stays where it is, in public space; its address may be what a person typed, so the nearest known one takes its place. */
async function renameCase(tx: EntityManager, reportId: string): Promise<void> {
  const rows: { id: string; latitude: number; longitude: number }[] = await tx.query(
    `SELECT c.id, ST_Y(c.location) AS latitude, ST_X(c.location) AS longitude
     FROM cases c WHERE c.id IN (${ofCase}) AND c.location IS NOT NULL`,
    [reportId],
  );
  for (const { id, ...place } of rows) {
    const { address } = await lookAtPlace(tx, place);
    await tx.update(Case, { id }, { address });
  }
}

/** Three decimals are about a hundred metres: enough for statistics, not for a doorstep. @returns whose it was */
async function blurReport(tx: EntityManager, reportId: string): Promise<string[]> {
  const [rows]: [{ person_id: string | null }[], number] = await tx.query(
    `UPDATE report SET person_id = NULL, client_hash = NULL, address = NULL, accuracy_metres = NULL,
       location = ST_SnapToGrid(report.location, 0.001)
     FROM (SELECT id, person_id FROM report WHERE id = $1 FOR UPDATE) before
     WHERE report.id = before.id RETURNING before.person_id`,
    [reportId],
  );
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

/** The addresses of those who have no report left and follow nothing, and whose their points were. */
async function forgetAddresses(tx: EntityManager, personIds: string[]): Promise<void> {
  await tx.query(
    `UPDATE person SET email = NULL, confirmed_at = NULL, mails_off_at = NULL, standing_off_at = NULL,
       erased_at = COALESCE(erased_at, now())
     WHERE id = ANY($1) AND NOT EXISTS (SELECT FROM report WHERE person_id = person.id)
       AND NOT EXISTS (SELECT FROM case_follower WHERE person_id = person.id)`,
    [personIds],
  );
  await forgetPoints(tx, personIds);
}

async function logErasure(
  tx: EntityManager,
  reportId: string,
  { actor, reason }: How,
  { notes, photos }: { notes: string[]; photos: string[] },
): Promise<void> {
  await appendLog(tx, {
    chain: `report:${reportId}`,
    factId: `erased:${notes[0] ?? photos[0]}`,
    name: 'erased',
    at: new Date(),
    actor,
    public: false,
    data: { notes, photos, reason },
  });
}
