import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import type { Locale } from '../domain/vocabulary';
import type { TemplateSource } from './templates/source';
import type { MessageView } from './view';

export interface Rendered {
  subject: string;
  html: string;
  text: string;
}

const engine = Handlebars.create();
const layout = engine.compile(readFileSync(path.join(__dirname, 'templates', 'layout.hbs'), 'utf8'), {
  strict: true,
});

const phrases: Record<Locale, { footer: (contact: string) => string; unsubscribe: string }> = {
  it: {
    footer: (contact) =>
      `Messaggio automatico, a cui non si può rispondere. Per scriverci: ${contact}. In caso di pericolo immediato: 112.`,
    unsubscribe: 'Non ricevere più questi messaggi',
  },
  en: {
    footer: (contact) =>
      `Automatic message that cannot be answered. To write to us: ${contact}. In immediate danger: 112.`,
    unsubscribe: 'Stop these messages',
  },
};

/**
 * Subject, HTML and its plain text twin. What people wrote is escaped in HTML; a field that the view
 * does not know throws, so that a mistyped template never reaches anybody half empty; one without subject or text throws as well.
 */
export function render(source: TemplateSource, view: MessageView): Rendered {
  const { footer, unsubscribe } = phrases[view.locale];
  const foot = footer(view.contactEmail);
  const fill = (template: string, noEscape: boolean) => compiled(template, noEscape)(view);
  const subject = fill(source.subject, true).replace(/\s+/g, ' ').trim();
  const text = fill(source.text, true)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (!subject || !text) throw new Error('empty');
  const end = view.unsubscribeUrl ? `\n${unsubscribe}: ${view.unsubscribeUrl}` : '';
  return {
    subject,
    text: `${text}\n\n--\n${view.municipality}\n${foot}${end}\n`,
    html: layout({
      ...view,
      subject,
      footer: foot,
      unsubscribeLabel: unsubscribe,
      body: fill(source.html, false),
    }),
  };
}

const cache = new Map<string, Handlebars.TemplateDelegate>();
/** More than there are events and languages; edited templates make room by starting anew. */
const CACHED = 500;

function compiled(template: string, noEscape: boolean): Handlebars.TemplateDelegate {
  const key = `${noEscape}:${template}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= CACHED) cache.clear();
  const fresh = engine.compile(template, { noEscape, strict: true });
  cache.set(key, fresh);
  return fresh;
}
