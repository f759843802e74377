/**
 * What a category wants to know beside the place and the words: Open311's attributes. A `notice` asks nothing and may
 * stop the form ("call us instead").
 */
export const attributeKinds = ['text', 'number', 'date', 'single', 'multiple', 'notice'] as const;
export type AttributeKind = (typeof attributeKinds)[number];

export interface Choice {
  key: string;
  it: string;
  en: string;
}

export interface Attribute {
  /** Once in a category. */
  code: string;
  kind: AttributeKind;
  /** The question, or the notice. */
  it: string;
  en: string;
  /** How to find the answer; may be empty. */
  hintIt: string;
  hintEn: string;
  required: boolean;
  /** Of `single` and `multiple`. */
  choices: Choice[];
  /** Of a notice: whoever it is for cannot send the report. */
  stops: boolean;
  /** Of a notice: only for those who chose this; null for everybody. */
  when: { code: string; key: string } | null;
}

export type Value = string | number | string[];

/** An answer with the words of its question, which may be others tomorrow. */
export interface Answer {
  code: string;
  kind: AttributeKind;
  it: string;
  en: string;
  /** The text, the number, the day `YYYY-MM-DD`, or the keys of what was chosen. */
  value: Value;
  /** What was chosen, in words. */
  chosen?: Choice[];
}

/** An answer as people read it. */
export const saidIn = ({ kind, value, chosen }: Answer, language: 'it' | 'en'): string =>
  chosen
    ? chosen.map((choice) => choice[language]).join(', ')
    : kind === 'date'
      ? day(String(value), language)
      : String(value);

/** A local day, which has no hour. */
const day = (date: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

const hasChoices = ({ kind }: Pick<Attribute, 'kind'>) => kind === 'single' || kind === 'multiple';

/** What is wrong with a category's attributes: path to code; the shapes are right already. */
export function attributeProblems(attributes: readonly Attribute[]): Record<string, 'choice' | 'required'> {
  const problems: Record<string, 'choice' | 'required'> = {};
  for (const [index, attribute] of attributes.entries()) {
    const { code, kind, choices, stops, required, when } = attribute;
    const wrong = (field: string, problem: 'choice' | 'required' = 'choice') => {
      problems[`${index}.${field}`] = problem;
    };
    if (attributes.findIndex((one) => one.code === code) < index) wrong('code');
    if (hasChoices(attribute) && choices.length === 0) wrong('choices', 'required');
    if (!hasChoices(attribute) && choices.length > 0) wrong('choices');
    if (new Set(choices.map(({ key }) => key)).size < choices.length) wrong('choices');
    if (kind === 'notice' ? required : stops || when) wrong(kind === 'notice' ? 'required' : 'stops');
    const asked = when && attributes.find((one) => one.code === when.code);
    if (when && !asked?.choices.some(({ key }) => key === when.key)) wrong('when');
  }
  return problems;
}
