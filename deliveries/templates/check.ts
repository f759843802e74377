import Handlebars from 'handlebars';
import type { MessageEvent } from '../../domain/messages/table';
import type { Locale } from '../../domain/vocabulary';
import { render } from '../render';
import { bareView, fullView } from './sample';
import { builtInSource, parseSource } from './source';

export type TemplateFault =
  | { what: 'syntax' | 'not-allowed' | 'nested'; line: number }
  | { what: 'unknown-field'; line: number; field: string }
  | { what: 'missing-link'; field: string }
  | { what: 'markup' | 'too-long' | 'empty' };

export const LONGEST_SOURCE = 20_000;
/** Conditions inside conditions: nobody reads more, and every one costs a call. */
const DEEPEST = 20;
/** Without them whoever gets the message cannot do what it asks. */
const needed = ['confirmUrl', 'answerUrl', 'resetUrl'];

/** What a template may name. */
export const templateFields: readonly string[] = Object.keys(bareView('it'));

/**
 * What is wrong with a municipality's own words for a message, or null. Only fields and conditions on one field are
 * allowed: nothing that repeats, includes or calls, so that no template can run on. What passes is rendered with
 * everything known and with everything unknown that can be.
 */
export function templateFault(event: MessageEvent, locale: Locale, source: string): TemplateFault | null {
  if (source.length > LONGEST_SOURCE) return { what: 'too-long' };
  // The words become a paragraph of a mail: markup comes from the layout alone.
  if (/[<]|\{\{\{/.test(source)) return { what: 'markup' };
  const parsed = parse(source);
  if ('what' in parsed) return parsed;
  const fault = faultIn(parsed.body, 0);
  if (fault) return fault;
  for (const field of needed) {
    if (builtInSource(event, locale).text.includes(`{{${field}}}`) && !source.includes(`({{${field}}})`))
      return { what: 'missing-link', field };
  }
  return rendered(locale, source);
}

function parse(source: string): hbs.AST.Program | TemplateFault {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    return { what: 'syntax', line: lineOf(error) };
  }
}

/** The parser says it in words, the compiler in a field. */
const lineOf = (error: unknown): number => {
  const { message = '', lineNumber } = error as { message?: string; lineNumber?: number };
  return lineNumber ?? Number(/line (\d+)/i.exec(message)?.[1] ?? 1);
};

function faultIn(body: readonly hbs.AST.Statement[], depth: number): TemplateFault | null {
  for (const statement of body) {
    const fault = faultOf(statement, depth);
    if (fault) return fault;
  }
  return null;
}

function faultOf(statement: hbs.AST.Statement, depth: number): TemplateFault | null {
  const line = statement.loc.start.line;
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return null;
    case 'MustacheStatement': {
      const { path, params, hash } = statement as hbs.AST.MustacheStatement;
      return params.length > 0 || hash ? { what: 'not-allowed', line } : faultOfField(path, line);
    }
    case 'BlockStatement': {
      const { path, params, hash, program, inverse } = statement as hbs.AST.BlockStatement;
      const [field, ...more] = params;
      if (!['if', 'unless'].includes(path.original) || !field || more.length > 0 || hash)
        return { what: 'not-allowed', line };
      if (program?.blockParams?.length) return { what: 'not-allowed', line };
      if (depth >= DEEPEST) return { what: 'nested', line };
      return (
        faultOfField(field, line) ??
        faultIn(program?.body ?? [], depth + 1) ??
        faultIn(inverse?.body ?? [], depth + 1)
      );
    }
    default:
      return { what: 'not-allowed', line };
  }
}

/** One of the view's own fields, by its plain name. */
function faultOfField(expression: hbs.AST.Expression, line: number): TemplateFault | null {
  const { type, original, depth, data } = expression as hbs.AST.PathExpression;
  if (type !== 'PathExpression' || depth > 0 || data) return { what: 'not-allowed', line };
  return templateFields.includes(original) ? null : { what: 'unknown-field', line, field: String(original) };
}

function rendered(locale: Locale, source: string): TemplateFault | null {
  try {
    for (const view of [fullView(locale), bareView(locale)]) render(parseSource(source), view);
    return null;
  } catch (error) {
    return (error as Error).message === 'empty' ? { what: 'empty' } : { what: 'syntax', line: lineOf(error) };
  }
}
