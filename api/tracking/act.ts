import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CitizenAct } from '../../db/entities';
import { appendLog } from '../../db/log';
import { writeNote } from '../../db/notes';
import { DomainError } from '../../domain/errors';
import { tellCitizenAct } from '../../temporal/starter';
import { refusal } from '../errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import { words } from '../intake/input';
import { collectPhotos } from '../photos/collect';
import { removePhotoFiles, storePhotos } from '../photos/store';
import { readTracked, type Tracked } from './read';

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const stars = z.preprocess(
  (value) => (typeof value === 'string' ? Number(value) : value),
  z.int().min(1).max(5),
);

const TELL_MS = 3000;

export const aspects = ['speed', 'quality', 'information'] as const;

/** What a citizen may do on the tracking page; photos travel beside it. */
export const actInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: optional(words(2000)) }),
  z.strictObject({ kind: z.literal('not-fixed'), text: words(2000).min(1) }),
  z.strictObject({
    kind: z.literal('rating'),
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
  allowed(tracked, input.kind);
  const actId = randomUUID();
  const photoIds = photos.map(() => randomUUID());
  try {
    await deps.db.transaction(async (tx) => {
      // One rating a cycle, also when two are sent at once.
      await tx.query('SELECT id FROM report WHERE id = $1 FOR UPDATE', [tracked.reportId]);
      if (input.kind === 'rating') await onlyOnce(tx, tracked);
      const noteId = input.text
        ? await writeNote(tx, { body: input.text, personId: tracked.personId })
        : null;
      await storePhotos(
        tx,
        deps.config,
        photos,
        { purpose: 'citizen', reportId: tracked.reportId },
        photoIds,
      );
      await tx.insert(CitizenAct, {
        id: actId,
        reportId: tracked.reportId,
        kind: input.kind === 'words' && !input.text ? 'photo' : input.kind,
        noteId,
        photoId: photoIds[0] ?? null,
        ...(input.kind === 'rating' && { stars: input.stars, aspects: given(input), cycle: tracked.cycle }),
      });
      await appendLog(tx, {
        chain: `report:${tracked.reportId}`,
        factId: actId,
        name: 'citizen-added',
        at: new Date(),
        actor: { kind: 'citizen', id: tracked.reportId },
        public: true,
        data: { actId, kind: input.kind, photos: photos.length },
        noteId,
      });
    });
  } catch (error) {
    await removePhotoFiles(deps.config, photoIds);
    throw error;
  }
  deps.temporal
    .withDeadline(Date.now() + TELL_MS, () => tellCitizenAct({ client: deps.temporal, db: deps.db }, actId))
    .catch(() => deps.log.warn({ actId }, 'workflow not told yet; the sweeper will tell it'));
}

function allowed(tracked: Tracked, kind: ActInput['kind']): void {
  if (kind === 'rating' && !tracked.mayRate) {
    throw new DomainError(tracked.status === 'rating' ? 'already-rated' : 'rating-closed');
  }
  if (kind === 'not-fixed' && !tracked.maySayNotFixed) throw new DomainError('illegal-transition');
}

async function onlyOnce(
  tx: { existsBy: Deps['db']['manager']['existsBy'] },
  { reportId, cycle }: Tracked,
): Promise<void> {
  if (await tx.existsBy(CitizenAct, { reportId, kind: 'rating', cycle }))
    throw new DomainError('already-rated');
}

function given(input: Extract<ActInput, { kind: 'rating' }>): Record<string, number> {
  return Object.fromEntries(aspects.flatMap((aspect) => (input[aspect] ? [[aspect, input[aspect]]] : [])));
}
