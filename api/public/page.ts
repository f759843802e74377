import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'express';
import Handlebars from 'handlebars';
import { municipalityCard } from '../../db/geo/municipality';
import type { Deps } from '../http/deps';
import { localeOf } from '../http/locale';
import { texts } from './texts';

const folder = path.join(__dirname, 'views');
const engine = Handlebars.create();
const views = new Map(
  readdirSync(folder).map((file) => {
    const view = engine.compile(readFileSync(path.join(folder, file), 'utf8'));
    return [path.basename(file, '.hbs'), view] as const;
  }),
);
const view = (name: string) => views.get(name) as HandlebarsTemplateDelegate;

/**
 * What the other language is asked by: the form that holds what was typed, with the step that shows it again; else the page's
 * own address, which after a refused form is not the one that was sent to.
 */
const headerOf = ({ here, form, langStep }: { here?: string; form?: string; langStep?: string }) => ({
  ...{ here, form, langStep },
});

/** A page of the citizen's side: a view inside the layout, in the language of the request. */
export type Page = (res: Response, name: string, title: string, data?: object) => Promise<void>;

export const pages =
  ({ db }: Deps): Page =>
  async (res, name, title, data = {}) => {
    const locale = localeOf(res);
    const t = texts[locale];
    const card = await municipalityCard(db);
    const common = { t, locale, otherLocale: locale === 'it' ? 'en' : 'it', municipality: card };
    const body = view(name)({ ...common, ...data });
    // A tracking page's address opens it: it is never cached by anybody, nor sent to others.
    res.set('Cache-Control', 'no-store').type('html');
    res.send(view('layout')({ ...common, ...headerOf(data), title, body, script: name === 'form' }));
  };
