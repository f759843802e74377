import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { z } from 'zod';
import { CitizenAct, LogEntry, Note } from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { lockOwner } from '../../db/privacy/lock';
import { DomainError } from '../../domain/errors';
import { tellCitizenAct } from '../../temporal/starter';
import { refusal } from '../errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { words } from '../intake/input';
import { collectPhotos } from '../photos/collect';
import { removePhotoFiles, storePhotos } from '../photos/store';
import { changeFact, changeRating } from './rating';
import { readTracked, type Tracked } from './read';

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const stars = z.preprocess(
  (value) => (typeof value === 'string' ? Number(value) : value),
  z.int().min(1).max(5),
);

const TELL_MS = 3000;
const TRAVEL_MS = 60_000;

export const aspects = ['speed', 'quality', 'information'] as const;

const actId = optional(z.uuid()).meta({
  description: 'Chosen by the sender: the same act twice is done once.',
});

/** What a citizen may do on the tracking page; photos travel beside it. */
export const actInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), actId, text: optional(words(2000)) }),
  z.strictObject({ kind: z.literal('not-fixed'), actId, text: words(2000).min(1) }),
  z.strictObject({
    kind: z.literal('rating'),
    actId,
    stars,
    speed: optional(stars),
    quality: optional(stars),
    information: optional(stars),
    text: optional(words(2000)),
  }),
]);
export type ActInput = z.output<typeof actInput>;

/**
 * Commits what a citizen did and then tells the report's workflow; the sweeper tells what this misses.
 * @throws DomainError `not-found`, `invalid-input`, `rating-closed`, `already-rated`, `case-closed`
 */
export async function act(
  deps: Deps,
  code: string,
  raw: Record<string, unknown>,
  files: Express.Multer.File[] = [],
): Promise<void> {
  const tracked = await readTracked(deps.db, code);
  const input = parse(actInput, raw);
  const { photos, problems } = await collectPhotos(files);
  if (Object.keys(problems).length > 0) throw refusal(problems);
  if (input.kind === 'words' && !input.text && photos.length === 0) throw refusal({ text: 'nothing-given' });
  const photoIds = photos.map(() => randomUUID());
  let actId: string | null;
  try {
    actId = await deps.db.transaction(async (tx) => {
      // One after the other, also when two are sent at once.
      const personId = await lockOwner(tx, tracked.reportId);
      // Erased at this moment: what comes now would outlive it.
      if (tracked.personId && !personId) throw new DomainError('conflict');
      const id = await idFor(tx, tracked, input);
      allowed(tracked, input.kind);
      if (input.kind === 'rating' && !tracked.rating) await onlyOnce(tx, tracked);
      if (input.kind === 'not-fixed') await notWhileAsked(tx, tracked);
      const noteId = input.text ? await writeNote(tx, { body: input.text, personId }) : null;
      await storePhotos(
        tx,
        deps.config,
        photos,
        { purpose: 'citizen', reportId: tracked.reportId },
        photoIds,
      );
      const photoId = photoIds[0] ?? null;
      if (input.kind === 'rating' && tracked.rating) {
        const { stars } = input;
        await changeRating(tx, tracked, { changeId: id, stars, aspects: given(input), noteId, photoId });
        return null;
      }
      await tx.insert(CitizenAct, {
        id,
        reportId: tracked.reportId,
        kind: input.kind === 'words' && !input.text ? 'photo' : input.kind,
        noteId,
        photoId,
        ...(input.kind === 'rating' && { stars: input.stars, aspects: given(input), cycle: tracked.cycle }),
      });
      await appendLog(tx, {
        chain: `report:${tracked.reportId}`,
        factId: id,
        name: 'citizen-added',
        at: new Date(),
        actor: { kind: 'citizen', id: tracked.reportId },
        public: true,
        data: { actId: id, kind: input.kind, photos: photos.length, ...judgement(input) },
        noteId,
      });
      return id;
    });
  } catch (error) {
    await removePhotoFiles(deps.config, photoIds);
    if (error instanceof DoneBefore) return;
    throw error;
  }
  // That somebody has rated the case knows already.
  if (actId === null) return;
  const told = actId;
  deps.temporal
    .withDeadline(Date.now() + TELL_MS, () => tellCitizenAct({ client: deps.temporal, db: deps.db }, told))
    .catch(() => deps.log.warn({ actId }, 'workflow not told yet; the sweeper will tell it'));
}

function allowed(tracked: Tracked, kind: ActInput['kind']): void {
  if (kind === 'rating' && !tracked.mayRate) {
    throw new DomainError(tracked.rating ? 'already-rated' : 'rating-closed');
  }
  if (kind === 'not-fixed' && !tracked.maySayNotFixed) throw new DomainError('illegal-transition');
}

/** Ends the transaction of an act that was done before: there is nothing to do, and nothing wrong. */
class DoneBefore extends Error {}

/** The id to use: the sender's, unless it was used for something else since (a page that was gone back to). */
async function idFor(tx: EntityManager, { reportId }: Tracked, input: ActInput): Promise<string> {
  if (input.kind === 'rating') return idForRating(tx, reportId, input);
  const earlier = input.actId ? await tx.findOneBy(CitizenAct, { id: input.actId }) : null;
  if (!earlier) return input.actId ?? randomUUID();
  const note = earlier.noteId ? await tx.findOneBy(Note, { id: earlier.noteId }) : null;
  const kind = earlier.kind === 'photo' ? 'words' : earlier.kind;
  const same =
    earlier.reportId === reportId && kind === input.kind && (note?.body ?? '') === (input.text ?? '');
  if (same) throw new DoneBefore();
  return randomUUID();
}

/** A request travels to its case: until it has arrived, a second one says nothing new. */
async function notWhileAsked(tx: EntityManager, { reportId }: Tracked): Promise<void> {
  const asked = {
    reportId,
    kind: 'not-fixed' as const,
    createdAt: MoreThan(new Date(Date.now() - TRAVEL_MS)),
  };
  if (await tx.existsBy(CitizenAct, asked)) throw new DomainError('illegal-transition');
}

async function onlyOnce(tx: EntityManager, { reportId, cycle }: Tracked): Promise<void> {
  if (await tx.existsBy(CitizenAct, { reportId, kind: 'rating', cycle }))
    throw new DomainError('already-rated');
}

/** A rating changes in its place: what was sent before is what the log has of it. */
async function idForRating(
  tx: EntityManager,
  reportId: string,
  input: Extract<ActInput, { kind: 'rating' }>,
): Promise<string> {
  if (!input.actId) return randomUUID();
  const factId = In([input.actId, changeFact(input.actId)]);
  const earlier = await tx.findOneBy(LogEntry, { chain: `report:${reportId}`, factId });
  if (!earlier) return (await tx.existsBy(CitizenAct, { id: input.actId })) ? randomUUID() : input.actId;
  const note = earlier.noteId ? await tx.findOneBy(Note, { id: earlier.noteId }) : null;
  const { stars, aspects } = earlier.data;
  if (isDeepStrictEqual({ stars, aspects }, judgement(input)) && (note?.body ?? '') === (input.text ?? ''))
    throw new DoneBefore();
  return randomUUID();
}

/** What of a rating the log keeps beside its words. */
const judgement = (input: ActInput) =>
  input.kind === 'rating' ? { stars: input.stars, aspects: given(input) } : {};

function given(input: Extract<ActInput, { kind: 'rating' }>): Record<string, number> {
  return Object.fromEntries(aspects.flatMap((aspect) => (input[aspect] ? [[aspect, input[aspect]]] : [])));
}
