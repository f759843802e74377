import type { DataSource, EntityManager } from 'typeorm';
import { Review } from '../db/entities';
import { writeMessage } from '../deliveries/outbox';
import { DomainError } from '../domain/errors';
import type { Locale } from '../domain/vocabulary';
import type { ReviewPorts } from '../workflows/review/ports';
import { createArchive } from './archive';
import type { Dependencies } from './dependencies';
import { withFailureCodes } from './failures';
import { lockReview, recordReview } from './review/record';

/** What a review's workflow asks of the world. */
export function createReviewActivities(of: Pick<Dependencies, 'db' | 'temporal'>): ReviewPorts {
  return withFailureCodes<ReviewPorts>({
    followUpOf: (reviewId) => followUpOf(of.db, reviewId),
    fallDue: (due) => of.db.transaction((tx) => fallDue(tx, due)),
    archiveHistory: createArchive(of),
  });
}

async function followUpOf(db: DataSource, id: string): Promise<number | null> {
  const row = await db.getRepository(Review).findOneBy({ id });
  if (!row) throw new DomainError('not-found');
  return row.status === 'following' && row.followUpAt ? row.followUpAt.getTime() : null;
}

async function fallDue(
  tx: EntityManager,
  { reviewId, followUpAt }: { reviewId: string; followUpAt: number },
) {
  const row = await lockReview(tx, reviewId);
  // Closed, due already, or put off in the meantime.
  if (row.status !== 'following' || row.followUpAt?.getTime() !== followUpAt) return;
  const said = { actor: { kind: 'system', id: null } as const, at: new Date(), noteId: null };
  await tellOwner(tx, await recordReview(tx, row, { name: 'fall-due', followUpAt }, said));
}

/** Who no longer works here is stood in for by the coordinators of the department. */
async function tellOwner(tx: EntityManager, { id, caseId, ownerId, departmentId, version }: Review) {
  const people: { id: string; locale: Locale }[] = await tx.query(
    `SELECT id, locale FROM app_user u WHERE active AND (id = $1 OR role = 'coordinator' AND department_id = $2
       AND NOT EXISTS (SELECT FROM app_user WHERE id = $1 AND active)) ORDER BY id`,
    [ownerId, departmentId],
  );
  for (const { id: recipientId, locale } of people)
    await writeMessage(tx, {
      ...{ event: 'review-due', recipientKind: 'user', recipientId, locale, caseId },
      data: { reviewId: id },
      dedupeKey: `user:${recipientId}:${id}:${version}`,
    });
}
