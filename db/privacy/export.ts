import type { DataSource } from 'typeorm';
import { DomainError } from '../../domain/errors';
import { standingOf } from '../../domain/standing/standing';
import {
  Appeal,
  CitizenAct,
  CitizenLink,
  LogEntry,
  Membership,
  Message,
  Note,
  Person,
  Photo,
  Report,
} from '../entities';
import { readMine } from '../views/me';
import { attachmentsOf } from '../views/threads';

/**
 * Everything held about a citizen, in a shape that machines read (article 20 GDPR): who, the reports with
 * words, places, pictures and what happened to them, what was mailed. Pictures are named by id; their
 * files are fetched beside.
 * @throws DomainError `not-found` for an unknown person
 */
export async function exportPerson(db: DataSource, personId: string) {
  const person = await db.getRepository(Person).findOneBy({ id: personId });
  if (!person) throw new DomainError('not-found');
  const reports = await db.getRepository(Report).find({ where: { personId }, order: { receivedAt: 'ASC' } });
  const messages = await db.getRepository(Message).find({
    where: { recipientKind: 'person', recipientId: personId },
    order: { createdAt: 'ASC' },
  });
  const links = await db.getRepository(CitizenLink).findBy({ personId });
  const follows = await db.query(
    `SELECT c.number AS case, f.created_at AS since FROM case_follower f JOIN cases c ON c.id = f.case_id
     WHERE f.person_id = $1 ORDER BY f.created_at`,
    [personId],
  );
  const {
    rewards: _everybodys,
    today: _now,
    judged,
    standingOff,
    ...mine
  } = await readMine(db.manager, personId, null);
  return {
    exportedAt: new Date(),
    person,
    follows,
    judgements: judged,
    standing: standingOff ? null : standingOf(judged, Date.now()),
    points: mine,
    reports: await Promise.all(reports.map((report) => exportReport(db, report))),
    messages: messages.map(({ event, status, subject, text, createdAt, sentAt }) => ({
      ...{ event, status, subject, text, createdAt, sentAt },
    })),
    links: links.map(({ purpose, expiresAt, usedAt }) => ({ purpose, expiresAt, usedAt })),
  };
}

/** Everything held about one report; for somebody who left no address, it is everything there is. */
export async function exportReport(db: DataSource, report: Report) {
  const { id: reportId, noteId, answersNoteId, trackingHash: _opens, clientHash, ...fields } = report;
  const [text, answers, acts, photos, membership, timeline] = await Promise.all([
    words(db, noteId),
    answersNoteId ? words(db, answersNoteId) : null,
    db.getRepository(CitizenAct).find({ where: { reportId }, order: { createdAt: 'ASC' } }),
    db.getRepository(Photo).find({ where: { reportId }, order: { createdAt: 'ASC' } }),
    db.getRepository(Membership).findOneBy({ reportId }),
    db.getRepository(LogEntry).find({ where: { chain: `report:${reportId}` }, order: { seq: 'ASC' } }),
  ]);
  return {
    reportId,
    ...fields,
    text,
    answers: answers && JSON.parse(answers),
    browserRecognised: clientHash !== null,
    caseId: membership?.caseId ?? null,
    photos: photos.map(({ id, purpose, width, height, bytes, createdAt, erasedAt }) => ({
      ...{ id, purpose, width, height, bytes, createdAt, erasedAt },
    })),
    acts: await Promise.all(
      acts.map(async ({ id, kind, noteId, photoId, stars, aspects, createdAt }) => ({
        ...{ id, kind, photoId, stars, aspects, createdAt },
        text: noteId ? await words(db, noteId) : null,
      })),
    ),
    appeal: await appeal(db, reportId),
    conversation: await conversation(db, reportId),
    timeline: await Promise.all(
      timeline.map(async ({ name, at, actorKind, data, noteId }) => ({
        ...{ name, at, actorKind, data },
        // Also what a rating said before it was changed.
        ...(data.kind === 'rating' && { text: noteId ? await words(db, noteId) : null }),
      })),
    ),
  };
}

/** What they said against the judgement of this report, and what was answered. */
async function appeal(db: DataSource, reportId: string) {
  const row = await db.getRepository(Appeal).findOneBy({ reportId });
  if (!row) return null;
  const { state, createdAt, answeredAt, noteId, answerNoteId } = row;
  const answer = answerNoteId && (await words(db, answerNoteId));
  return { state, createdAt, answeredAt, text: await words(db, noteId), answer };
}

/** What the department and this citizen have said to each other. */
const conversation = (db: DataSource, reportId: string) =>
  db.query(
    `SELECT m.created_at AS at, CASE m.author_kind WHEN 'citizen' THEN 'citizen' ELSE 'municipality' END AS "from", n.body AS text,
       ${attachmentsOf('m.id')} AS files
     FROM thread t JOIN thread_message m ON m.thread_id = t.id JOIN note n ON n.id = m.note_id
     WHERE t.kind = 'citizen' AND t.party_id = $1 ORDER BY m.created_at, m.id`,
    [reportId],
  );

const words = async (db: DataSource, id: string): Promise<string | null> =>
  (await db.getRepository(Note).findOneBy({ id }))?.body ?? null;
