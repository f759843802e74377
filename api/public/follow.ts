import express, { type Response, Router } from 'express';
import { z } from 'zod';
import { CaseFollower } from '../../db/entities';
import { isOpenData } from '../../db/views/open-data';
import { writeMessage } from '../../deliveries/outbox';
import { DomainError } from '../../domain/errors';
import type { CaseStatus } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import { answerError } from '../http/errors';
import { localeOf } from '../http/locale';
import { sameOrigin } from '../http/origin';
import { parse } from '../http/validate';
import { reportInput } from '../intake/input';
import { intakeLimits } from '../intake/limits';
import { openLinks, personByEmail } from '../intake/person';
import { followTexts } from './follow-texts';
import type { Page } from './page';
import { milestoneOf } from './steps';

const form = z.strictObject({
  email: reportInput.shape.email.unwrap(),
  privacyRead: reportInput.shape.privacyRead,
});

interface Followable {
  id: string;
  number: string;
  status: CaseStatus;
  address: string | null;
  category: { it: string; en: string };
}

/** Somebody hears of a case without having reported it; asked by mail first, so that nobody is signed up by others. */
export function followRouter(deps: Deps, page: Page): Router {
  const { db, config } = deps;
  const limits = intakeLimits(deps);
  const router = Router();

  /** What everybody may know of and is not over. @throws DomainError `not-found` */
  async function followable(number: string): Promise<Followable> {
    const [found] = await db.query(
      `SELECT c.id, c.number, c.status, c.address, json_build_object('it', g.name_it, 'en', g.name_en) AS category
       FROM cases c JOIN category g ON g.id = c.category_id
       WHERE c.number = $1 AND c.closed_at IS NULL AND ${isOpenData}`,
      [number],
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }

  async function show(res: Response, found: Followable, more: object = {}): Promise<void> {
    const locale = localeOf(res);
    const x = followTexts[locale];
    await page(res, 'follow', x.title, {
      ...{ x, ...found, category: found.category[locale], state: milestoneOf(found.status, locale) },
      ...more,
    });
  }

  router.get('/follow/:number', async (req, res) => {
    await limits.look(req);
    await show(res, await followable(req.params.number));
  });

  const body = express.urlencoded({ extended: false, limit: '10kb' });
  router.post('/follow/:number', sameOrigin(config), body, async (req, res) => {
    await limits.act(req);
    const found = await followable(String(req.params.number));
    try {
      await follow(found.id, parse(form, req.body).email, res);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { message, fields = {} } = answerError(error, req, res);
      return show(res, found, { email: req.body?.email, message, fields });
    }
    // The same for everybody: nobody learns whose address is known here.
    await show(res, found, { done: true });
  });

  async function follow(caseId: string, email: string, res: Response): Promise<void> {
    const locale = localeOf(res);
    const now = new Date();
    await db.transaction(async (tx) => {
      const { id: personId } = await personByEmail(tx, email, locale);
      await tx
        .createQueryBuilder()
        .insert()
        .into(CaseFollower)
        .values({ caseId, personId, locale })
        .orIgnore()
        .execute();
      await openLinks(tx, config.appSecret, { personId, caseId, now });
      if (await tx.existsBy(CaseFollower, { caseId, personId, confirmed: true })) return;
      await writeMessage(tx, {
        ...{ event: 'confirm-follow', recipientKind: 'person', recipientId: personId, locale, caseId },
        dedupeKey: `${personId}:${caseId}:${now.toISOString().slice(0, 10)}`,
      });
    });
  }

  return router;
}
