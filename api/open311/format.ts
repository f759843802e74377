import type { Response } from 'express';
import { type Content, element } from '../../deliveries/xml';
import { DomainError } from '../../domain/errors';

export const formats = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' } as const;
export type Format = keyof typeof formats;

/** A list: in XML each row is an element `item` inside the list's, in JSON it is an array. */
export class Items {
  constructor(
    readonly item: string,
    readonly rows: readonly Value[],
  ) {}
}
export type Value = string | number | boolean | null | Items | { readonly [name: string]: Value };

/** The format that ends a path. @throws DomainError `not-found` */
export function formatOf(text: unknown): Format {
  if (text !== 'xml' && text !== 'json') throw new DomainError('not-found');
  return text;
}

/** Answers in the format that the path asked for; `root` is the outermost element in XML. */
export function send(res: Response, format: Format, root: string, value: Value): void {
  const body =
    format === 'json'
      ? JSON.stringify(asJson(value))
      : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, asXml(value))}\n`;
  res.set('Content-Type', formats[format]).send(body);
}

function asJson(value: Value): unknown {
  if (value instanceof Items) return value.rows.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asJson(inner)]));
}

/** What there is nothing to say about is an empty element. */
function asXml(value: Value): Content {
  if (value instanceof Items) return { [value.item]: value.rows.map(asXml) };
  if (typeof value !== 'object' || value === null) return value === null ? '' : printable(String(value));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asXml(inner)]));
}

/** Without the characters that XML 1.0 cannot hold. */
const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
