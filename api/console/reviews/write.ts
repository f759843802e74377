import type { EntityManager } from 'typeorm';
import { lockReview, lockReviews, recordReview } from '../../../activities/review/record';
import { LogEntry, type Review } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { writeNote } from '../../../db/notes';
import { listOwners } from '../../../db/views/reviews';
import type { Actor } from '../../../domain/case/state';
import { DomainError } from '../../../domain/errors';
import { mayFor, type Subject } from '../../../domain/permissions';
import type { ReviewAct } from '../../../domain/review/review';
import { tellReview } from '../../../temporal/starter';
import { refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import type { FindingInput } from './input';

const LONGEST_MS = 366 * 86_400_000;
const TELL_MS = 3000;
/** When the day of a follow-up begins for people. */
const MORNING = '08:00';

type Person = Subject & { id: string };
type Seen = Pick<Review, 'id' | 'version'>;

/** Who decides at the department, and whoever took it on. */
export const maySettle = (
  user: Person,
  { departmentId, ownerId }: Pick<Review, 'departmentId' | 'ownerId'>,
): boolean =>
  mayFor(user, 'review.decide', departmentId) ||
  (ownerId === user.id && mayFor(user, 'review.say', departmentId));

const actorOf = ({ id }: Person): Actor => ({ kind: 'user', id });

/** The reviews, locked, for somebody who may decide about all of them and has seen how they stand. */
async function lockSeen(tx: EntityManager, user: Person, seen: readonly Seen[]): Promise<Review[]> {
  const rows = await lockReviews(
    tx,
    seen.map(({ id }) => id),
  );
  if (rows.length < seen.length) throw new DomainError('not-found');
  for (const row of rows) {
    if (!mayFor(user, 'review.read', row.departmentId)) throw new DomainError('not-found');
    if (!maySettle(user, row)) throw new DomainError('forbidden');
    if (seen.some(({ id, version }) => id === row.id && version !== row.version))
      throw new DomainError('conflict');
  }
  return rows;
}

/**
 * Says why deadlines were missed and what is changed: of all the given reviews, or of none.
 * @throws DomainError `not-found`, `conflict` when one has changed meanwhile, `illegal-transition`, or a refusal of a field
 */
export async function writeFindings(deps: Deps, user: Person, input: FindingInput): Promise<Review[]> {
  const { reviews, causes, note, ownerId, followUpOn } = input;
  const rows = await deps.db.transaction(async (tx) => {
    const followUpAt = await instantOf(tx, followUpOn);
    const at = new Date();
    if (followUpAt <= at) throw refusal({ followUpOn: 'past' });
    if (followUpAt.getTime() > at.getTime() + LONGEST_MS) throw refusal({ followUpOn: 'out-of-range' });
    const act: ReviewAct = { name: 'find', causes, ownerId, followUpAt: followUpAt.getTime() };
    const locked = await lockSeen(tx, user, reviews);
    await requireOwner(tx, locked, ownerId);
    const found: Review[] = [];
    for (const row of locked) {
      const noteId = await writeNote(tx, { body: note });
      found.push(await recordReview(tx, row, act, { actor: actorOf(user), at, noteId }));
    }
    return found;
  });
  for (const row of rows) tell(deps, row);
  return rows;
}

/** Closes or reopens a review, with words where there are some. @throws as `writeFindings` */
export async function writeAct(
  deps: Deps,
  user: Person,
  seen: Seen,
  { act, note }: { act: ReviewAct; note?: string },
): Promise<Review> {
  const row = await deps.db.transaction(async (tx) => {
    const [locked] = await lockSeen(tx, user, [seen]);
    const noteId = note ? await writeNote(tx, { body: note }) : null;
    return recordReview(tx, locked as Review, act, { actor: actorOf(user), at: new Date(), noteId });
  });
  tell(deps, row);
  return row;
}

/** What somebody who was there says of it, in whatever state the review is. @throws DomainError `not-found` */
export async function writeView(
  { db }: Deps,
  user: Person,
  { id, viewId, note }: { id: string; viewId: string; note: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { caseId, departmentId, clock } = await lockReview(tx, id);
    if (!mayFor(user, 'review.say', departmentId)) throw new DomainError('not-found');
    const entry = { chain: `case:${caseId}`, factId: `review-view:${viewId}` };
    // Sent again: the words are there already.
    if (await tx.existsBy(LogEntry, entry)) return;
    await appendLog(tx, {
      ...{ ...entry, name: 'review-view', at: new Date() },
      ...{ actor: actorOf(user), public: false, data: { reviewId: id, clock } },
      noteId: await writeNote(tx, { body: note }),
    });
  });
}

async function instantOf(tx: EntityManager, day: string): Promise<Date> {
  const [{ at }] = await tx.query(
    `SELECT ($1::date + $2::time) AT TIME ZONE timezone AS at FROM municipality LIMIT 1`,
    [day, MORNING],
  );
  return at;
}

async function requireOwner(tx: EntityManager, rows: Review[], ownerId: string): Promise<void> {
  const owners = await listOwners(tx, [...new Set(rows.map(({ departmentId }) => departmentId))]);
  if (!owners.some(({ id }) => id === ownerId)) throw refusal({ ownerId: 'choice' });
}

/** The sweeper tells what this misses. */
function tell({ db, temporal, log }: Deps, row: Review): void {
  temporal
    .withDeadline(Date.now() + TELL_MS, () => tellReview({ client: temporal, db }, row))
    .catch(() => log.warn({ reviewId: row.id }, 'workflow not told yet; the sweeper will tell it'));
}
