import type { Response } from 'express';
import { noticesFor } from '../../../domain/attributes/answers';
import type { Locale } from '../../../domain/vocabulary';
import { errorBody, refusal } from '../../errors';
import { localeOf } from '../../http/locale';
import type { Findings } from '../../intake/check';
import { attributesIn } from '../../v1/lists';
import type { Page } from '../page';
import { answersOf, fields, type Values } from './values';

const texts = {
  it: {
    title: 'Ancora qualche domanda',
    lead: 'Le risposte aiutano chi interviene ad arrivare con ciò che serve.',
    optional: 'facoltativo',
    choose: 'Scegli una voce',
    back: 'Torna indietro',
  },
  en: {
    title: 'A few more questions',
    lead: 'The answers help whoever comes to bring what is needed.',
    optional: 'optional',
    choose: 'Choose one',
    back: 'Go back',
  },
} satisfies Record<Locale, Record<string, string>>;

/** What is wrong with the answers, by the page that mends it, and everything else. */
export function parted(problems: Findings['problems']) {
  const is = ([field]: [string, string]) => field.split('.')[0] === 'attributes';
  const all = Object.entries(problems);
  return {
    answered: Object.fromEntries(all.filter(is)),
    others: Object.fromEntries(all.filter((one) => !is(one))),
  };
}

/** Does the category have questions for this report? Where seconds count nothing more is asked. */
export const asksMore = ({ valid: { kind = 'problem', emergency = 'none' }, category }: Findings): boolean =>
  kind === 'problem' && emergency === 'none' && Boolean(category?.attributes.length);

/** The questions of the category that was chosen, with what was answered already. */
export const questionPage =
  (page: Page) =>
  async (
    res: Response,
    draft: string,
    values: Values,
    { category, answers, explanations }: Findings,
    problems: Findings['problems'],
  ): Promise<void> => {
    const locale = localeOf(res);
    const asked = category?.attributes ?? [];
    const wrong = Object.keys(problems).length > 0;
    if (wrong) res.status(422);
    const errors = wrong ? (errorBody(refusal(problems, explanations), locale).fields ?? {}) : {};
    const notices = noticesFor(asked, answers).map(({ code }) => code);
    const given = answersOf(values);
    const typed = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
    await page(res, 'questions', texts[locale].title, {
      ...{ form: 'questions-form', langStep: 'summary', draft, x: texts[locale] },
      problems: Object.entries(errors).map(([field, sentence]) => ({
        sentence,
        field: field.replace('.', '-'),
      })),
      attributes: attributesIn(asked, locale)
        .filter(({ kind, code }) => kind !== 'notice' || notices.includes(code))
        .map((attribute) => ({
          ...attribute,
          [attribute.kind]: true,
          id: `attributes-${attribute.code}`,
          value: [typed[attribute.code]].flat().find((one) => typeof one === 'string') ?? '',
          error: errors[`attributes.${attribute.code}`],
          choices: attribute.choices.map((choice) => ({
            ...choice,
            checked: [typed[attribute.code]].flat().includes(choice.key),
          })),
        })),
      hidden: fields
        .filter((name) => name !== 'attributes')
        .map((name) => ({ name, value: name === 'asked' ? values.category : values[name] })),
    });
  };
