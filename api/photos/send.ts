import type { Request, Response } from 'express';
import { IsNull } from 'typeorm';
import { Photo } from '../../db/entities';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { readPhoto } from './store';

/** Answers a picture that the caller has found allowed; `?size=small` for a list. */
export async function sendPhoto(deps: Deps, req: Request, res: Response, id: string): Promise<void> {
  const photo = await deps.db.getRepository(Photo).findOneBy({ id, erasedAt: IsNull() });
  const data = photo && (await readPhoto(deps.config, id, { thumbnail: req.query.size === 'small' }));
  if (!data) throw new DomainError('not-found');
  res.set('Cache-Control', 'private, max-age=86400').type('jpeg').send(data);
}
