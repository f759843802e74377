import type { DataSource } from 'typeorm';
import { TemplateVersion, User } from '../../../db/entities';
import { templateFields } from '../../../deliveries/templates/check';
import { builtInFile } from '../../../deliveries/templates/source';
import { DomainError } from '../../../domain/errors';
import { type MessageEvent, messageEvents } from '../../../domain/messages/table';
import { type Locale, locales } from '../../../domain/vocabulary';

/** One message in one language; its id is `event.locale`. */
export interface Template {
  id: string;
  event: MessageEvent;
  locale: Locale;
  /** 0: never changed. */
  version: number;
  /** The municipality's own words are sent. */
  own: boolean;
  changedAt: Date | null;
  changedBy: string | null;
}

export interface TemplateDetail extends Template {
  source: string;
  builtIn: string;
  /** What the words may name. */
  fields: readonly string[];
  versions: { version: number; source: string | null; madeAt: Date; madeBy: string | null }[];
}

/** @throws DomainError `not-found` */
export function templateId(id: string): { event: MessageEvent; locale: Locale } {
  const [event, locale] = id.split('.') as [MessageEvent, Locale];
  if (!messageEvents.includes(event) || !locales.includes(locale) || id !== `${event}.${locale}`)
    throw new DomainError('not-found');
  return { event, locale };
}

/** Every message in every language, in the order of a case's life. */
export async function listTemplates(db: DataSource): Promise<Template[]> {
  const newest: (TemplateVersion & { changedBy: string | null })[] = await db.query(
    `SELECT DISTINCT ON (v.event, v.locale) v.event, v.locale, v.version, v.source, v.made_at AS "madeAt",
       u.name AS "changedBy"
     FROM template_version v LEFT JOIN app_user u ON u.id = v.made_by ORDER BY v.event, v.locale, v.version DESC`,
  );
  return messageEvents.flatMap((event) =>
    locales.map((locale) => {
      const found = newest.find((one) => one.event === event && one.locale === locale);
      return {
        ...{
          id: `${event}.${locale}`,
          event,
          locale,
          version: found?.version ?? 0,
          own: Boolean(found?.source),
        },
        ...{ changedAt: found?.madeAt ?? null, changedBy: found?.changedBy ?? null },
      };
    }),
  );
}

export async function readTemplate(db: DataSource, id: string): Promise<TemplateDetail> {
  const { event, locale } = templateId(id);
  const rows = await db
    .getRepository(TemplateVersion)
    .find({ where: { event, locale }, order: { version: 'DESC' } });
  const names = new Map((await db.getRepository(User).find()).map((user) => [user.id, user.name]));
  const versions = rows.map(({ version, source, madeAt, madeBy }) => ({
    ...{ version, source, madeAt, madeBy: names.get(madeBy) ?? null },
  }));
  const [newest] = versions;
  const builtIn = builtInFile(event, locale);
  return {
    ...{ id, event, locale, version: newest?.version ?? 0, own: Boolean(newest?.source) },
    ...{ changedAt: newest?.madeAt ?? null, changedBy: newest?.madeBy ?? null },
    ...{ source: newest?.source ?? builtIn, builtIn, fields: templateFields, versions },
  };
}
