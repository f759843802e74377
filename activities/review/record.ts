import { type EntityManager, In } from 'typeorm';
import { Review } from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeMessage } from '../../deliveries/outbox';
import type { Actor } from '../../domain/case/state';
import { DomainError } from '../../domain/errors';
import { becameRecurring, type CauseCounts, recurringSince } from '../../domain/review/recurring';
import { decide, type ReviewAct, type ReviewCause, type ReviewState } from '../../domain/review/review';
import type { Locale } from '../../domain/vocabulary';

/** What each act is called in the log. */
const factOf = {
  find: 'review-found',
  'fall-due': 'review-due',
  close: 'review-closed',
  reopen: 'review-reopened',
} as const;

/** One finding after the other; any number that nothing else uses. */
const FINDING = 7_203_120;

export interface Said {
  actor: Actor;
  at: Date;
  noteId: string | null;
}

/**
 * The review's row and its case's, locked: whoever says something about it comes one after the other. Whoever projects a
 * case locks the case before its chain; what is logged here refers to the case, so it does the same.
 */
export async function lockReview(tx: EntityManager, id: string): Promise<Review> {
  const [row] = await lockReviews(tx, [id]);
  if (!row) throw new DomainError('not-found');
  return row;
}

/** Several, in the order of their ids; one that does not exist is missing. */
export async function lockReviews(tx: EntityManager, ids: string[]): Promise<Review[]> {
  await tx.query(
    `SELECT FROM cases WHERE id IN (SELECT case_id FROM review WHERE id = ANY($1)) ORDER BY id FOR KEY SHARE`,
    [ids],
  );
  return tx.find(Review, {
    where: { id: In(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

/**
 * Carries out what was said about a review, in the caller's transaction that holds the lock of `row` and of every other
 * review that it is about.
 * @throws DomainError `illegal-transition`
 */
export async function recordReview(
  tx: EntityManager,
  row: Review,
  act: ReviewAct,
  said: Said,
): Promise<Review> {
  const state = decide(stateOf(row), act);
  if (!state) throw new DomainError('illegal-transition');
  // Two at once would both miss the one that makes a cause recurring. Before any chain is locked, lest they wait for one another.
  if (act.name === 'find') await tx.query('SELECT pg_advisory_xact_lock($1)', [FINDING]);
  const next = { ...row, ...columnsOf(state, row, act, said), version: row.version + 1 };
  await tx.update(Review, { id: row.id }, next as never);
  await writeLog(tx, next, factOf[act.name], said, { ...dataOf(act), from: row.status });
  if (act.name === 'find') await raiseRecurring(tx, row, next, said);
  return next;
}

const stateOf = ({ followUpAt, ...row }: Review): ReviewState => ({
  ...row,
  followUpAt: followUpAt?.getTime() ?? null,
});

/** Whoever may have set another day is heard of by the workflow; that the day has come it knows. */
function columnsOf(state: ReviewState, row: Review, act: ReviewAct, { at, noteId }: Said): Partial<Review> {
  const { status, ownerId, outcome, training } = state;
  return {
    ...{ status, ownerId, outcome, training },
    causes: [...state.causes],
    followUpAt: state.followUpAt === null ? null : new Date(state.followUpAt),
    closedAt: status === 'closed' ? at : null,
    ...(act.name === 'find' && { noteId, foundAt: row.foundAt ?? at }),
    outcomeNoteId: act.name === 'close' ? noteId : null,
    ...(act.name !== 'fall-due' && { changedAt: at }),
  };
}

/** Codes and ids for the log. */
function dataOf(act: ReviewAct): Record<string, unknown> {
  const { name: _name, ...data } = act;
  return data;
}

async function writeLog(
  tx: EntityManager,
  { id, caseId, clock, version }: Review,
  name: string,
  { actor, at, noteId }: Said,
  data: Record<string, unknown>,
): Promise<void> {
  // One act can make several causes recurring.
  const factId = [name, id, version, ...(name === 'cause-recurs' ? [data.cause] : [])].join(':');
  await appendLog(tx, {
    ...{ chain: `case:${caseId}`, factId, name, at, actor, noteId },
    public: false,
    data: { ...data, reviewId: id, clock },
  });
}

/** A cause that was found often enough is no accident: management hears of it. */
async function raiseRecurring(tx: EntityManager, was: Review, is: Review, said: Said): Promise<void> {
  const counts: { cause: ReviewCause; count: number }[] = await tx.query(
    `SELECT cause, count(*)::int AS count FROM review, unnest(causes) AS cause
     WHERE department_id = $1 AND id <> $2 AND found_at >= $3 GROUP BY cause`,
    [is.departmentId, is.id, new Date(recurringSince(said.at.getTime()))],
  );
  const before: CauseCounts = Object.fromEntries(counts.map(({ cause, count }) => [cause, count]));
  for (const cause of becameRecurring(before, { was: was.causes, is: is.causes })) {
    await writeLog(
      tx,
      is,
      'cause-recurs',
      { ...said, actor: { kind: 'system', id: null }, noteId: null },
      { cause },
    );
    await tellManagement(tx, is, cause);
  }
}

async function tellManagement(tx: EntityManager, { id, caseId, version }: Review, cause: ReviewCause) {
  const managers: { id: string; locale: Locale }[] = await tx.query(
    `SELECT id, locale FROM app_user WHERE active AND role = 'management' ORDER BY id`,
  );
  for (const { id: recipientId, locale } of managers)
    await writeMessage(tx, {
      ...{ event: 'cause-recurs', recipientKind: 'user', recipientId, locale, caseId },
      data: { reviewId: id, cause },
      dedupeKey: `user:${recipientId}:${id}:${version}:${cause}`,
    });
}
