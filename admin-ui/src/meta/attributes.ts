import { sayDay } from '../time/instant';

/** What a category wants to know of a problem; a notice asks nothing. */
export const attributeKinds = ['text', 'number', 'date', 'single', 'multiple', 'notice'] as const;

export interface AttributeChoice {
  key: string;
  it: string;
  en: string;
}

export interface Attribute {
  code: string;
  kind: (typeof attributeKinds)[number];
  it: string;
  en: string;
  hintIt: string;
  hintEn: string;
  required: boolean;
  choices: AttributeChoice[];
  stops: boolean;
  when: { code: string; key: string } | null;
}

/** An answer with the words of its question. */
export interface Answer {
  code: string;
  kind: Attribute['kind'];
  it: string;
  en: string;
  value: string | number | string[];
  chosen?: AttributeChoice[];
}

const language = (locale: string) => (locale === 'it' ? 'it' : 'en');

export const questionIn = (one: Pick<Attribute, 'it' | 'en'>, locale: string) => one[language(locale)];

/** An answer as people read it. */
export const answerIn = ({ kind, value, chosen }: Answer, locale: string): string => {
  if (chosen) return chosen.map((choice) => choice[language(locale)]).join(', ');
  return kind === 'date' ? sayDay(String(value), locale) : String(value);
};
