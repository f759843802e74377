import type { EntityManager } from 'typeorm';
import { lockReview, recordReview } from '../../../activities/review/record';
import type { Review } from '../../../db/entities';
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

const actorOf = ({ id }: Person): Actor => ({ kind: 'user', id });

/** The review, locked, for somebody who may decide about it and has seen how it stands. */
async function lockSeen(tx: EntityManager, user: Person, { id, version }: Seen): Promise<Review> {
  const row = await lockReview(tx, id);
  if (!mayFor(user, 'review.decide', row.departmentId)) throw new DomainError('not-found');
  if (row.version !== version) throw new DomainError('conflict');
  return row;
}

/**
 * Says why deadlines were missed and what is changed: of all the given reviews, or of none.
 * @throws DomainError `not-found`, `conflict` when one has changed meanwhile, `illegal-transition`, or a refusal of a field
 */
export async function writeFindings(deps: Deps, user: Person, input: FindingInput): Promise<Review[]> {
  const { reviews, causes, note, ownerId, followUpOn } = input;
  // Always in the same order, so that two who find at once do not wait for one another.
  const seen = reviews.toSorted((a, b) => a.id.localeCompare(b.id, 'en'));
  const rows = await deps.db.transaction(async (tx) => {
    const followUpAt = await instantOf(tx, followUpOn);
    const at = new Date();
    if (followUpAt <= at) throw refusal({ followUpOn: 'past' });
    if (followUpAt.getTime() > at.getTime() + LONGEST_MS) throw refusal({ followUpOn: 'out-of-range' });
    const act: ReviewAct = { name: 'find', causes, ownerId, followUpAt: followUpAt.getTime() };
    const locked: Review[] = [];
    for (const one of seen) locked.push(await lockSeen(tx, user, one));
    await requireOwner(deps, locked, ownerId);
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
    const locked = await lockSeen(tx, user, seen);
    const noteId = note ? await writeNote(tx, { body: note }) : null;
    return recordReview(tx, locked, act, { actor: actorOf(user), at: new Date(), noteId });
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
    await appendLog(tx, {
      ...{ chain: `case:${caseId}`, factId: `review-view:${viewId}`, name: 'review-view', at: new Date() },
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

async function requireOwner({ db }: Deps, rows: Review[], ownerId: string): Promise<void> {
  const owners = await listOwners(db, [...new Set(rows.map(({ departmentId }) => departmentId))]);
  if (!owners.some(({ id }) => id === ownerId)) throw refusal({ ownerId: 'choice' });
}

/** The sweeper tells what this misses. */
function tell({ db, temporal, log }: Deps, row: Review): void {
  temporal
    .withDeadline(Date.now() + TELL_MS, () => tellReview({ client: temporal, db }, row))
    .catch(() => log.warn({ reviewId: row.id }, 'workflow not told yet; the sweeper will tell it'));
}
