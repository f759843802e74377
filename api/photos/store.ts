import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { EntityManager } from 'typeorm';
import { Photo } from '../../db/entities';
import { photoFile } from '../../db/photo-files';
import type { Config } from '../../temporal/config';
import { THUMBNAIL_SIDE } from './limits';
import type { PreparedPhoto } from './prepare';

export { removePhotoFiles } from '../../db/photo-files';

type Place = Pick<Config, 'dataDir'>;
type Owner = Pick<Photo, 'purpose'> & { reportId?: string; caseId?: string };

const fileOf = ({ dataDir }: Place, id: string, thumbnail = false) => photoFile(dataDir, id, thumbnail);

/**
 * Writes rows and files of photos that belong together. The files are there before the caller's
 * transaction commits; `removePhotoFiles` takes them away when it does not.
 * @returns the new photos' ids, in order
 */
export async function storePhotos(
  tx: EntityManager,
  place: Place,
  photos: PreparedPhoto[],
  owner: Owner,
  ids: string[] = photos.map(() => randomUUID()),
): Promise<string[]> {
  for (const [index, { data, width, height }] of photos.entries()) {
    const id = ids[index]!;
    await mkdir(path.dirname(fileOf(place, id)), { recursive: true, mode: 0o700 });
    await writeFile(fileOf(place, id), data, { mode: 0o600 });
    const sha256 = createHash('sha256').update(data).digest();
    await tx.insert(Photo, { id, ...owner, width, height, bytes: data.length, sha256 });
  }
  return ids;
}

/** The picture's JPEG, or null when there is none; the small one is made when first asked for. */
export async function readPhoto(
  place: Place,
  id: string,
  { thumbnail = false } = {},
): Promise<Buffer | null> {
  const file = await readFile(fileOf(place, id, thumbnail)).catch(() => null);
  if (file || !thumbnail) return file;
  const original = await readPhoto(place, id);
  if (!original) return null;
  const small = await makeThumbnail(original);
  await writeFile(fileOf(place, id, true), small, { mode: 0o600 });
  return small;
}

export const makeThumbnail = (data: Buffer, side = THUMBNAIL_SIDE): Promise<Buffer> =>
  sharp(data)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer();
