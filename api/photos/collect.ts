import { DomainError } from '../../domain/errors';
import { MAX_PHOTOS } from './limits';
import { type PreparedPhoto, preparePhoto } from './prepare';

export interface Collected {
  photos: PreparedPhoto[];
  /** `photos`, or `photos.0`, … to what is wrong. */
  problems: Record<string, string>;
}

/** Prepares uploaded files; every file's problem at once, and the good ones are kept all the same. */
export async function collectPhotos(files: Express.Multer.File[], room = MAX_PHOTOS): Promise<Collected> {
  const collected: Collected = { photos: [], problems: {} };
  if (files.length > room) collected.problems.photos = 'too-many-photos';
  for (const [index, file] of files.slice(0, room).entries()) {
    try {
      if (file.tooLarge) throw new DomainError('photo-too-large');
      collected.photos.push(await preparePhoto(file.buffer));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      collected.problems[`photos.${index}`] = error.code;
    }
  }
  return collected;
}
