import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { User } from '../../../db/entities';
import { DomainError } from '../../../domain/errors';
import { allowedActions } from '../../../domain/permissions';
import { locales } from '../../../domain/vocabulary';
import { ExplainedError } from '../../errors';
import type { Deps } from '../../http/deps';
import { createLimit, senderOf } from '../../http/limits';
import { parse } from '../../http/validate';
import { refuseOtherSites, requireCsrf } from './csrf';
import { currentUser, requireUser } from './current';
import { hashPassword, newPassword, passwordFits } from './password';
import { mailPasswordLink, usePasswordLink } from './reset';
import { endSessions } from './store';

const email = z.string().trim().toLowerCase().max(254);
const credentials = z.strictObject({ email: email.min(1), password: z.string().min(1).max(200) });
const change = z.strictObject({ current: z.string().min(1).max(200), next: newPassword });
const language = z.strictObject({ locale: z.enum(locales) });
const forgotten = z.strictObject({ email: email.pipe(z.email()) });
const renewal = z.strictObject({ password: newPassword });

/** Nobody asked for an e-mail here. */
const wrongPassword = {
  it: 'La password attuale non è questa.',
  en: 'This is not the current password.',
};

/** Signing in and out, the person's own password and language, and forgotten passwords. */
export function sessionRoutes(deps: Deps): Router {
  const { db, config, log } = deps;
  const users = db.getRepository(User);
  const triesByPerson = createLimit(deps, 'sign-in', 10, 15 * 60);
  const triesByPlace = createLimit(deps, 'sign-in-place', 100, 15 * 60);
  const linksByPerson = createLimit(deps, 'reset', 3, 3600);
  const linksByPlace = createLimit(deps, 'reset-place', 20, 3600);
  const router = Router();

  router.get('/session', requireUser, (req, res) => {
    res.json(whoAmI(req, currentUser(res)));
  });

  router.post('/session', refuseOtherSites, async (req, res) => {
    const given = parse(credentials, req.body);
    const place = senderOf(req);
    await triesByPlace.take(place);
    await triesByPerson.take(given.email, place);
    const user = await users.findOneBy({ email: given.email, active: true });
    if (!(await passwordFits(user?.passwordHash ?? null, given.password)) || !user)
      throw new DomainError('wrong-credentials');
    await triesByPerson.forget(given.email, place);
    await beginSession(req, user);
    res.json(whoAmI(req, user));
  });

  router.delete('/session', requireCsrf, async (req, res) => {
    await new Promise<void>((done, failed) =>
      req.session.destroy((error) => (error ? failed(error) : done())),
    );
    res.clearCookie('console').status(204).end();
  });

  router.put('/session/password', requireUser, requireCsrf, async (req, res) => {
    const user = currentUser(res);
    const given = parse(change, req.body);
    await triesByPerson.take(user.id);
    if (!(await passwordFits(user.passwordHash, given.current)))
      throw new ExplainedError('invalid-input', { current: 'wrong-credentials' }, { current: wrongPassword });
    await triesByPerson.forget(user.id);
    const changed = { passwordHash: await hashPassword(given.next), mustChangePassword: false };
    await users.update({ id: user.id }, changed);
    await beginSession(req, user);
    await endSessions(db, user.id, req.sessionID);
    res.json(whoAmI(req, { ...user, ...changed }));
  });

  router.put('/session/locale', requireUser, requireCsrf, async (req, res) => {
    const { locale } = parse(language, req.body);
    await users.update({ id: currentUser(res).id }, { locale });
    res.json(whoAmI(req, { ...currentUser(res), locale }));
  });

  router.post('/password-resets', refuseOtherSites, async (req, res) => {
    const given = parse(forgotten, req.body);
    await linksByPlace.take(senderOf(req));
    // Answered before anybody is looked for: neither the answer nor its time tells who works here.
    accepted(res);
    try {
      await linksByPerson.take(given.email);
      const user = await users.findOneBy({ email: given.email, active: true });
      if (user) await db.transaction((tx) => mailPasswordLink(tx, config.appSecret, user, 'forgotten'));
    } catch (error) {
      log.warn({ error: (error as Error).name }, 'password link not sent');
    }
  });

  router.post('/password-resets/:token', refuseOtherSites, async (req, res) => {
    const { password } = parse(renewal, req.body);
    await linksByPlace.take(senderOf(req));
    await usePasswordLink(db, String(req.params.token).slice(0, 100), password);
    res.status(204).end();
  });

  return router;
}

const accepted = (res: Response) => res.status(202).json({});

/** A new id for a session that has gained rights, so that one planted before is worth nothing. */
async function beginSession(req: Request, user: Pick<User, 'id'>): Promise<void> {
  await new Promise<void>((done, failed) =>
    req.session.regenerate((error) => (error ? failed(error) : done())),
  );
  req.session.userId = user.id;
  req.session.csrf = randomBytes(24).toString('base64url');
  // Saved before the answer: the next request may come at once and to another process.
  await new Promise<void>((done, failed) => req.session.save((error) => (error ? failed(error) : done())));
}

function whoAmI(req: Request, user: User) {
  const { id, name, email, role, departmentId, locale, mustChangePassword } = user;
  return {
    user: { id, name, email, role, departmentId, locale, mustChangePassword },
    actions: allowedActions(role),
    csrf: req.session.csrf,
  };
}
