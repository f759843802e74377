import express, { type Response, Router } from 'express';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { weighCasesOf } from '../../activities/priority';
import { CaseFollower, CitizenLink, Person, Report } from '../../db/entities';
import { appendLog } from '../../db/log';
import { hashToken } from '../../db/tokens';
import { writeMessages } from '../../deliveries/outbox';
import { DomainError } from '../../domain/errors';
import { type Locale, locales } from '../../domain/vocabulary';
import type { Deps } from '../http/deps';
import { localeOf } from '../http/locale';
import { parse } from '../http/validate';
import { ownReports } from '../intake/person';
import { choiceTexts } from './follow-texts';
import type { Page } from './page';
import { texts } from './texts';

const languageNames: Record<Locale, string> = { it: 'Italiano', en: 'English' };

/** Links in mails: opening one changes nothing, its button does; mail programs open links by themselves. */
export function linksRouter({ db, config }: Deps, page: Page): Router {
  const router = Router();

  async function linkOf(token: string, purpose: CitizenLink['purpose']): Promise<CitizenLink> {
    const link = await db.getRepository(CitizenLink).findOneBy({ tokenHash: hashToken(token), purpose });
    if (!link) throw new DomainError('not-found');
    if (link.expiresAt.getTime() < Date.now()) throw new DomainError('link-expired');
    return link;
  }

  const ask = (res: Response) => {
    const t = texts[localeOf(res)];
    return page(res, 'message', t.confirmTitle, {
      heading: t.confirmTitle,
      message: t.confirmBody,
      button: t.confirmButton,
      refuse: t.refuseButton,
    });
  };
  const told = (res: Response, what: 'confirmed' | 'refused' | 'unsubscribed') => {
    const t = texts[localeOf(res)];
    const heading = t[what === 'unsubscribed' ? 'unsubscribeTitle' : 'confirmTitle'];
    return page(res, 'message', heading, { heading, message: t[what] });
  };

  router.get('/c/:token', async (req, res) => {
    await linkOf(req.params.token, 'confirm');
    await ask(res);
  });
  router.post('/c/:token', express.urlencoded({ extended: false }), async (req, res) => {
    const link = await linkOf(String(req.params.token), 'confirm');
    if (req.body?.refuse) {
      await db.transaction(async (tx) => {
        await stopMails(tx, link.personId);
        await tx.update(Person, { id: link.personId }, { refusedAt: new Date() });
      });
      return told(res, 'refused');
    }
    await db.transaction(async (tx) => {
      const done = await tx.update(CitizenLink, { tokenHash: link.tokenHash }, { usedAt: new Date() });
      if (!done.affected) return;
      const { personId, caseId } = link;
      await tx.query(
        `UPDATE person SET confirmed_at = COALESCE(confirmed_at, now()), refused_at = NULL, mails_off_at = NULL
         WHERE id = $1`,
        [personId],
      );
      if (caseId) await tx.update(CaseFollower, { caseId, personId }, { confirmed: true });
      if (!link.reportId) return;
      await ownReports(tx, personId, link.reportId);
      const actor = { kind: 'citizen', id: link.reportId } as const;
      const now = new Date();
      const chain = `report:${link.reportId}`;
      const fresh = await appendLog(tx, {
        chain,
        factId: 'confirmed',
        name: 'confirmed',
        at: now,
        actor,
        public: true,
      });
      const fact = { name: 'confirmed', at: now.getTime(), actor } as const;
      if (fresh) await writeMessages(tx, { reportId: link.reportId, fact, factId: 'confirmed' });
    });
    await weighCasesOf(db, link.personId, config);
    await told(res, 'confirmed');
  });

  /** What somebody who gets mails can choose: none of them any more, or another language. */
  router.get('/u/:token', async (req, res) => {
    const { personId } = await linkOf(req.params.token, 'unsubscribe');
    const locale = localeOf(res);
    const t = texts[locale];
    const person = await db.getRepository(Person).findOneByOrFail({ id: personId });
    await page(res, 'choices', t.unsubscribeTitle, {
      ...{ heading: t.unsubscribeTitle, message: t.unsubscribeBody, button: t.unsubscribeButton },
      ...{ x: choiceTexts[locale], token: req.params.token },
      languages: locales.map((value) => ({
        ...{ value, name: languageNames[value], chosen: value === person.locale },
      })),
    });
  });
  // Also what a mail program posts by RFC 8058, without any page.
  router.post('/u/:token', async (req, res) => {
    const { personId, caseId } = await linkOf(req.params.token, 'unsubscribe');
    if (caseId) await db.getRepository(CaseFollower).delete({ caseId, personId });
    else await stopMails(db.manager, personId);
    if (!caseId) return told(res, 'unsubscribed');
    const heading = texts[localeOf(res)].unsubscribeTitle;
    await page(res, 'message', heading, { heading, message: choiceTexts[localeOf(res)].stopOne });
  });
  router.post('/u/:token/language', express.urlencoded({ extended: false }), async (req, res) => {
    const { personId } = await linkOf(String(req.params.token), 'unsubscribe');
    const { locale } = parse(z.strictObject({ locale: z.enum(locales) }), req.body);
    await db.transaction(async (tx) => {
      await tx.update(Person, { id: personId }, { locale });
      await tx.update(Report, { personId }, { locale });
      await tx.update(CaseFollower, { personId }, { locale });
    });
    const heading = choiceTexts[locale].languageDone;
    await page(res, 'message', heading, { heading, message: '' });
  });
  return router;
}

/** No mails any more. Whoever had confirmed the address keeps what it holds, which `mailsOffAt` says. */
const stopMails = (tx: EntityManager, personId: string) =>
  tx.query(
    `UPDATE person SET confirmed_at = NULL,
       mails_off_at = CASE WHEN confirmed_at IS NULL THEN mails_off_at ELSE now() END
     WHERE id = $1`,
    [personId],
  );
