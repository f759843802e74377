import type { RequestHandler } from 'express';
import multer from 'multer';
import { DomainError } from '../../../../domain/errors';
import { wrongLayer } from '../wrong';

/** The streets and schools of a large city; more is a mistake, or another layer. */
const MOST_BYTES = 5 * 1024 * 1024;

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: 1, fields: 2, fieldSize: 16 * 1024, fieldNameSize: 100 },
}).single('layer');

/** Reads a form with one file, `layer`. */
export const layerUpload: RequestHandler = (req, res, next) => {
  upload(req, res, (error: unknown) => {
    if (!error) return next();
    const code = error instanceof multer.MulterError ? error.code : null;
    next(code === 'LIMIT_FILE_SIZE' ? tooLarge() : new DomainError('invalid-input', { layer: 'invalid' }));
  });
};

const tooLarge = () =>
  wrongLayer(
    'Il file è troppo grande: al massimo 5 MB. Lascia solo i luoghi che contano, con meno punti.',
    'The file is too large: at most 5 MB. Leave only the places that matter, with fewer positions.',
  );
