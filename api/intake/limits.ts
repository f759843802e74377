import type { Request } from 'express';
import type { ErrorCode } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { createLimit, scaled, senderOf } from '../http/limits';

/** By where it comes from, and generous: a school or an office has one address for many people. */
const REPORTS = { points: 30, seconds: 600 };
const PHOTOS = { points: 60, seconds: 24 * 3600 };
const ACTS = { points: 30, seconds: 600 };
const STEPS = { points: 200, seconds: 600 };
const LOOKS = { points: 300, seconds: 600 };

export interface IntakeLimits {
  report(req: Request): Promise<void>;
  /** @throws DomainError `photo-quota` */
  photos(req: Request, count: number): Promise<void>;
  /** A step of the form, which may bring photos and look up addresses. */
  step(req: Request): Promise<void>;
  act(req: Request): Promise<void>;
  /** Opening tracking pages: nobody guesses a code, and nobody should try. */
  look(req: Request): Promise<void>;
}

/** What one sender may do in a while, counted in the database for all processes together. */
export function intakeLimits(deps: Deps): IntakeLimits {
  const limit = (name: string, { points, seconds }: typeof REPORTS, code?: ErrorCode) =>
    createLimit(deps, name, scaled(deps.config, points), seconds, code);
  const reports = limit('report', REPORTS);
  const photos = limit('photo', PHOTOS, 'photo-quota');
  const acts = limit('act', ACTS);
  const steps = limit('step', STEPS);
  const looks = limit('look', LOOKS);
  return {
    report: (req) => reports.take(senderOf(req)),
    photos: async (req, count) => {
      if (count > 0) await photos.spend(count, senderOf(req));
    },
    step: (req) => steps.take(senderOf(req)),
    act: (req) => acts.take(senderOf(req)),
    look: (req) => looks.take(senderOf(req)),
  };
}
