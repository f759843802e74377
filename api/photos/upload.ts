import type { Request, RequestHandler, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import { DomainError } from '../../domain/errors';
import { TooManyError } from '../errors';
import { MAX_BYTES, MAX_PHOTOS } from './limits';

/** More than this of one file is not even read to its end. */
const HARD_LIMIT = 4 * MAX_BYTES;
/** Bodies with files that this process holds in memory at once; the next one is asked to come again. */
const MOST_AT_ONCE = 12;
const COME_AGAIN_SECONDS = 5;

declare global {
  namespace Express {
    namespace Multer {
      interface File {
        /** It was larger than a photo may be, and its content was thrown away. */
        tooLarge?: boolean;
      }
    }
  }
}

/** Keeps a file in memory up to the limit and reads past the rest, so that the fields after it arrive. */
const boundedMemory: StorageEngine = {
  _handleFile(_req, file, done) {
    const chunks: Buffer[] = [];
    let size = 0;
    file.stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BYTES) chunks.length = 0;
      else chunks.push(chunk);
    });
    file.stream.on('error', done);
    file.stream.on('end', () =>
      done(null, { buffer: Buffer.concat(chunks), size, tooLarge: size > MAX_BYTES }),
    );
  },
  _removeFile(_req, _file, done) {
    done(null);
  },
};

const upload = multer({
  storage: boundedMemory,
  // One more file than may be kept, so that its sender hears of it.
  limits: {
    ...{ fileSize: HARD_LIMIT, files: MAX_PHOTOS + 1, fields: 40 },
    ...{ fieldSize: 64 * 1024, fieldNameSize: 100 },
  },
});
/** The one field of a body that may hold files. */
type FileField = 'photos' | 'files';
const uploads = { photos: upload.array('photos'), files: upload.array('files') };

let reading = 0;

/**
 * Reads a multipart body with files in one field; other bodies are left alone.
 * @throws DomainError naming the field that is wrong with the upload, or none for a body that is broken
 */
export async function readUpload(req: Request, res: Response, field: FileField = 'photos'): Promise<void> {
  if (!req.is('multipart/form-data')) return;
  if (reading >= MOST_AT_ONCE) throw new TooManyError('too-many-requests', COME_AGAIN_SECONDS);
  reading += 1;
  try {
    await new Promise<void>((resolve, reject) =>
      uploads[field](req, res, (error: unknown) => (error ? reject(asDomainError(error, field)) : resolve())),
    );
  } finally {
    reading -= 1;
  }
}

/** The same before a handler of somebody who has signed in. */
export const photoUpload: RequestHandler = async (req, res, next) => {
  await readUpload(req, res);
  next();
};
export const fileUpload: RequestHandler = async (req, res, next) => {
  await readUpload(req, res, 'files');
  next();
};

function asDomainError(error: unknown, own: FileField): DomainError {
  if (!(error instanceof multer.MulterError)) return new DomainError('invalid-input');
  const { code, field } = error;
  if (code === 'LIMIT_FILE_SIZE') return new DomainError('photo-too-large', { [own]: 'photo-too-large' });
  if (code === 'LIMIT_FIELD_VALUE') return new DomainError('invalid-input', { [field ?? '']: 'too-long' });
  const many = code === 'LIMIT_FILE_COUNT' || (code === 'LIMIT_UNEXPECTED_FILE' && field === own);
  return new DomainError('invalid-input', {
    [field ?? own]: many ? (own === 'files' ? 'too-many-files' : 'too-many-photos') : 'unknown-field',
  });
}

/** The files of a request; browsers send an empty one for a file input that nobody used. */
export function uploadedFiles(req: Request): Express.Multer.File[] {
  const files = (req.files ?? []) as Express.Multer.File[];
  return files.filter((file) => file.size > 0 || file.originalname !== '');
}
