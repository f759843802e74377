import type { Request, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import { MAX_BYTES } from './limits';

/** More than this of one file is not even read to its end. */
const HARD_LIMIT = 4 * MAX_BYTES;

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
  limits: { fileSize: HARD_LIMIT, files: 10, fields: 40, fieldSize: 64 * 1024, fieldNameSize: 100 },
});

/** Reads a multipart body with files in the field `photos`; other bodies pass untouched. */
export const photoUpload: RequestHandler = upload.array('photos');

/** The files of a request; browsers send an empty one for a file input that nobody used. */
export function uploadedFiles(req: Request): Express.Multer.File[] {
  const files = (req.files ?? []) as Express.Multer.File[];
  return files.filter((file) => file.size > 0 || file.originalname !== '');
}
