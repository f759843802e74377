import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MessageEvent } from '../../domain/messages/table';
import type { Locale } from '../../domain/vocabulary';

/** Handlebars sources of one message; `html` and `text` are what stands inside the layout. */
export interface TemplateSource {
  subject: string;
  html: string;
  text: string;
}

const blockTag = /^\{\{[#/]?(#if|#unless|else|\/if|\/unless|if|unless)[^}]*\}\}$/;
const button = /^\[([^\]]+)\]\((\{\{\w+\}\})\)$/;
const picture = /^!\[([^\]]+)\]\((\{\{\w+\}\})\)$/;

/** The product's own words for an event; a municipality's `template_version` replaces them. */
export const builtInFile = (event: MessageEvent, locale: Locale): string =>
  readFileSync(path.join(__dirname, locale, `${event}.hbs`), 'utf8');

export const builtInSource = (event: MessageEvent, locale: Locale): TemplateSource =>
  parseSource(builtInFile(event, locale));

/**
 * One source for both twins, so that they cannot drift: the first line is the subject, then paragraphs;
 * `[label]({{link}})` is a button, `![label]({{picture}})` a picture, `> ` a quotation.
 */
export function parseSource(file: string): TemplateSource {
  const [subject = '', ...rest] = file.trim().split('\n');
  const lines = rest.join('\n').trim().split('\n');
  return {
    subject,
    html: lines
      .map(htmlLine)
      .filter((line) => line !== '')
      .join('\n'),
    text: lines.map(textLine).join('\n'),
  };
}

function htmlLine(line: string): string {
  if (line === '' || blockTag.test(line)) return line;
  const link = button.exec(line);
  if (link) return `<p><a class="button" href="${link[2]}">${link[1]}</a></p>`;
  const image = picture.exec(line);
  if (image) return `<p><img src="${image[2]}" alt="${image[1]}"></p>`;
  if (line.startsWith('> ')) return `<blockquote>${line.slice(2)}</blockquote>`;
  return `<p>${line}</p>`;
}

function textLine(line: string): string {
  const match = button.exec(line) ?? picture.exec(line);
  return match ? `${match[1]}: ${match[2]}` : line;
}
