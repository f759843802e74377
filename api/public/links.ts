import express, { type Response, Router } from 'express';
import { weighCasesOf } from '../../activities/priority';
import { CitizenLink, Person } from '../../db/entities';
import { appendLog } from '../../db/log';
import { hashToken } from '../../db/tokens';
import { writeMessages } from '../../deliveries/outbox';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { localeOf } from '../http/locale';
import type { Page } from './page';
import { texts } from './texts';

/** Links in mails: opening one changes nothing, its button does; mail programs open links by themselves. */
export function linksRouter({ db, config }: Deps, page: Page): Router {
  const router = Router();

  async function linkOf(token: string, purpose: CitizenLink['purpose']): Promise<CitizenLink> {
    const link = await db.getRepository(CitizenLink).findOneBy({ tokenHash: hashToken(token), purpose });
    if (!link) throw new DomainError('not-found');
    if (link.expiresAt.getTime() < Date.now()) throw new DomainError('link-expired');
    return link;
  }

  const ask = (res: Response, what: 'confirm' | 'unsubscribe') => {
    const t = texts[localeOf(res)];
    const heading = t[`${what}Title`];
    return page(res, 'message', heading, {
      heading,
      message: t[`${what}Body`],
      button: t[`${what}Button`],
      refuse: what === 'confirm' ? t.refuseButton : null,
    });
  };
  const told = (res: Response, what: 'confirmed' | 'refused' | 'unsubscribed') => {
    const t = texts[localeOf(res)];
    const heading = t[what === 'unsubscribed' ? 'unsubscribeTitle' : 'confirmTitle'];
    return page(res, 'message', heading, { heading, message: t[what] });
  };

  router.get('/c/:token', async (req, res) => {
    await linkOf(req.params.token, 'confirm');
    await ask(res, 'confirm');
  });
  router.post('/c/:token', express.urlencoded({ extended: false }), async (req, res) => {
    const link = await linkOf(String(req.params.token), 'confirm');
    if (req.body?.refuse) {
      await db
        .getRepository(Person)
        .update({ id: link.personId }, { confirmedAt: null, refusedAt: new Date() });
      return told(res, 'refused');
    }
    await db.transaction(async (tx) => {
      const done = await tx.update(CitizenLink, { tokenHash: link.tokenHash }, { usedAt: new Date() });
      if (!done.affected || !link.reportId) return;
      await tx.query(
        'UPDATE person SET confirmed_at = COALESCE(confirmed_at, now()), refused_at = NULL WHERE id = $1',
        [link.personId],
      );
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

  router.get('/u/:token', async (req, res) => {
    await linkOf(req.params.token, 'unsubscribe');
    await ask(res, 'unsubscribe');
  });
  // Also what a mail program posts by RFC 8058, without any page.
  router.post('/u/:token', async (req, res) => {
    const link = await linkOf(req.params.token, 'unsubscribe');
    await db.getRepository(Person).update({ id: link.personId }, { confirmedAt: null });
    await told(res, 'unsubscribed');
  });
  return router;
}
