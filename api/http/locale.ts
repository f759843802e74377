import type { NextFunction, Request, Response } from 'express';
import { type Locale, locales } from '../../domain/vocabulary';

declare global {
  namespace Express {
    interface Locals {
      locale: Locale;
    }
  }
}

const YEAR = 365 * 24 * 3600 * 1000;
const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** The cookies of a request; values that nobody percent-encoded properly are left out. */
export function cookiesOf(req: Request): Record<string, string> {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.filter(([name, value]) => name && value) as [string, string][]);
}

/** `?lang=` (and remembers it), else the cookie, else what the browser prefers, else Italian. */
export function locale(req: Request, res: Response, next: NextFunction): void {
  const asked = req.query.lang;
  const remembered = cookiesOf(req).lang;
  if (isLocale(asked)) {
    res.cookie('lang', asked, { maxAge: YEAR, sameSite: 'lax', httpOnly: true });
    res.locals.locale = asked;
  } else if (isLocale(remembered)) {
    res.locals.locale = remembered;
  } else {
    const preferred = req.acceptsLanguages(...locales);
    res.locals.locale = isLocale(preferred) ? preferred : 'it';
  }
  next();
}

/** The language of this request; Italian before the middleware has run. */
export const localeOf = (res: Response): Locale => res.locals.locale ?? 'it';
