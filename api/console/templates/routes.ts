import { z } from 'zod';
import { TemplateVersion } from '../../../db/entities';
import { LONGEST_SOURCE, templateFault } from '../../../deliveries/templates/check';
import { DomainError } from '../../../domain/errors';
import { type MessageEvent, messageEvents } from '../../../domain/messages/table';
import { type Locale, locales } from '../../../domain/vocabulary';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { anyOf, flag, readList, sendList } from '../list';
import type { Route } from '../route';
import { currentUser } from '../session/current';
import { logSetting } from '../settings/log';
import { reason } from '../settings/write';
import { templateRefusal } from './faults';
import { previewOf } from './preview';
import { listTemplates, readTemplate, templateId } from './read';

const source = z.string().max(2 * LONGEST_SOURCE);
/** `version` is the one that was changed; `source` null goes back to the product's own words. */
const change = z.strictObject({ source: source.nullable(), version: z.int().min(0), why: reason.shape.why });
const preview = z.strictObject({ source, number: z.string().trim().max(60).nullable().default(null) });
const shape = {
  sorts: ['id'],
  filters: { event: anyOf(z.enum(messageEvents)), locale: anyOf(z.enum(locales)), own: flag },
} as const;

/** The words of every message: read, tried out, changed and taken back. */
export const templateRoutes = ({ db, log }: Deps): Route[] => {
  /** @throws DomainError `invalid-input` with where and why */
  function check(event: MessageEvent, locale: Locale, words: string): void {
    const fault = templateFault(event, locale, words);
    if (!fault) return;
    log.warn({ event, locale, fault: fault.what }, 'template refused');
    throw templateRefusal(fault);
  }

  return [
    {
      method: 'get',
      path: '/templates',
      action: 'settings.read',
      async handler(req, res) {
        const { page, filters } = readList(req, shape);
        const rows = (await listTemplates(db)).filter(
          ({ event, locale, own }) =>
            (filters.event?.includes(event) ?? true) &&
            (filters.locale?.includes(locale) ?? true) &&
            (filters.own ?? own) === own,
        );
        sendList(res, { rows: rows.slice(page.start, page.start + page.limit), total: rows.length });
      },
    },
    {
      method: 'get',
      path: '/templates/:id',
      action: 'settings.read',
      async handler(req, res) {
        res.json(await readTemplate(db, String(req.params.id)));
      },
    },
    {
      method: 'post',
      path: '/templates/:id/preview',
      action: 'settings.write',
      async handler(req, res) {
        const { event, locale } = templateId(String(req.params.id));
        const { source, number } = parse(preview, req.body);
        check(event, locale, source);
        res.json(await previewOf(db, { event, locale, source, number: number || null }));
      },
    },
    {
      method: 'put',
      path: '/templates/:id',
      action: 'settings.write',
      async handler(req, res) {
        const id = String(req.params.id);
        const { event, locale } = templateId(id);
        const { source, version, why } = parse(change, req.body);
        if (source !== null) check(event, locale, source);
        const userId = currentUser(res).id;
        await db.transaction(async (tx) => {
          // Two who change the same words: the second sees the first's before overwriting them.
          const { raw } = await tx
            .createQueryBuilder()
            .insert()
            .into(TemplateVersion)
            .values({ event, locale, version: version + 1, source, madeBy: userId })
            .orIgnore()
            .returning('version')
            .execute();
          const newest = await tx.countBy(TemplateVersion, { event, locale });
          if (raw.length === 0 || newest !== version + 1) throw new DomainError('conflict');
          const changes = { [id]: true } as const;
          const entry = { resource: 'templates', id, did: 'changed', changes, why: why || null } as const;
          await logSetting(tx, userId, entry);
        });
        res.json(await readTemplate(db, id));
      },
    },
  ];
};
