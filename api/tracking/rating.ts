import { type EntityManager, MoreThan } from 'typeorm';
import { CitizenAct } from '../../db/entities';
import { appendLog } from '../../db/log';
import { DomainError } from '../../domain/errors';
import type { Tracked } from './read';

const DAY_MS = 86_400_000;

/** For so long who has rated may think better of it. */
export const CHANGEABLE_DAYS = 7;

/** Until when a rating that was given then can be changed. */
export const changeableUntil = (givenAt: Date): Date =>
  new Date(givenAt.getTime() + CHANGEABLE_DAYS * DAY_MS);

/** How the log names a change. */
export const changeFact = (changeId: string): string => `rating-changed:${changeId}`;

export interface NewRating {
  changeId: string;
  stars: number;
  aspects: Record<string, number>;
  noteId: string | null;
  /** A new picture; without one the former stays. */
  photoId: string | null;
}

/**
 * Puts another rating in the place of the citizen's own, in the caller's transaction that holds the report's lock. What
 * was said before stays in the log.
 * @throws DomainError `already-rated` when the week is over
 */
export async function changeRating(
  tx: EntityManager,
  { reportId, cycle }: Tracked,
  { changeId, stars, aspects, noteId, photoId }: NewRating,
): Promise<void> {
  const createdAt = MoreThan(new Date(Date.now() - CHANGEABLE_DAYS * DAY_MS));
  const given = await tx.findOneBy(CitizenAct, { reportId, kind: 'rating', cycle, createdAt });
  if (!given) throw new DomainError('already-rated');
  await tx.update(CitizenAct, { id: given.id }, { stars, aspects, noteId, ...(photoId && { photoId }) });
  await appendLog(tx, {
    ...{
      chain: `report:${reportId}`,
      factId: changeFact(changeId),
      name: 'rating-changed',
      at: new Date(),
      public: true,
      noteId,
    },
    actor: { kind: 'citizen', id: reportId },
    data: { actId: given.id, kind: 'rating', photos: photoId ? 1 : 0, stars, aspects },
  });
}
