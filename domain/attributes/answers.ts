import type { Answer, Attribute, Value } from './attribute';

const LONGEST_TEXT = 1000;
const LARGEST_NUMBER = 1e12;

export type AnswerProblem =
  | 'required'
  | 'invalid'
  | 'choice'
  | 'too-long'
  | 'out-of-range'
  | 'unknown-field'
  | 'stopped';

export interface Checked {
  answers: Answer[];
  /** Code of an attribute, or of what is none, to what is wrong. */
  problems: Record<string, AnswerProblem>;
}

/**
 * What somebody answered, held against what the category asks. A number or a day may come as the text that a form
 * sends; what was left empty was not answered. In an emergency nothing is required and nothing stops: seconds count.
 */
export function checkAnswers(
  attributes: readonly Attribute[],
  given: Readonly<Record<string, unknown>>,
  { urgent = false }: { urgent?: boolean } = {},
): Checked {
  const answers: Answer[] = [];
  // No code is special, whatever somebody sends.
  const problems: Checked['problems'] = Object.create(null);
  const asked = attributes.filter(({ kind }) => kind !== 'notice');
  for (const code of Object.keys(given))
    if (!asked.some((one) => one.code === code)) problems[code] = 'unknown-field';
  for (const attribute of asked) {
    const { code, kind, it, en, required, choices } = attribute;
    const value = Object.hasOwn(given, code) ? given[code] : undefined;
    if (isEmpty(value)) {
      if (required && !urgent) problems[code] = 'required';
      continue;
    }
    const read = readers[attribute.kind](value, attribute);
    if ('problem' in read) problems[code] = read.problem;
    else {
      const keys = [read.value].flat();
      const chosen = choices.filter(({ key }) => keys.includes(key));
      answers.push({ code, kind, it, en, value: read.value, ...(chosen.length > 0 && { chosen }) });
    }
  }
  if (!urgent) for (const { code } of stopping(attributes, answers)) problems[code] = 'stopped';
  return { answers, problems };
}

/** The notices that are for somebody who has answered so far. */
export const noticesFor = (attributes: readonly Attribute[], answers: readonly Answer[]): Attribute[] =>
  attributes.filter(
    ({ kind, when }) =>
      kind === 'notice' &&
      (when === null ||
        answers.some(({ code, value }) => code === when.code && [value].flat().includes(when.key))),
  );

const stopping = (attributes: readonly Attribute[], answers: readonly Answer[]) =>
  noticesFor(attributes, answers).filter(({ stops }) => stops);

type Read = { value: Value } | { problem: AnswerProblem };
const wrong = (problem: AnswerProblem): Read => ({ problem });

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every((one) => one === ''));

const readers: Record<Attribute['kind'], (value: unknown, attribute: Attribute) => Read> = {
  text(value) {
    if (typeof value !== 'string') return wrong('invalid');
    const text = value.trim();
    return text.length > LONGEST_TEXT ? wrong('too-long') : { value: text };
  },
  number(value) {
    const number = typeof value === 'string' ? decimal(value) : value;
    if (typeof number !== 'number' || Number.isNaN(number)) return wrong('invalid');
    return Math.abs(number) > LARGEST_NUMBER ? wrong('out-of-range') : { value: number };
  },
  date(value) {
    const day =
      typeof value === 'string'
        ? /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value.trim())?.[1]
        : undefined;
    return day && isDay(day) ? { value: day } : wrong('invalid');
  },
  single(value, { choices }) {
    const [key, ...more] = [value].flat();
    const known = more.length === 0 && choices.some((one) => one.key === key);
    return known ? { value: key as string } : wrong('choice');
  },
  multiple(value, { choices }) {
    const keys = new Set([value].flat().filter((key) => key !== ''));
    const known = choices.map(({ key }) => key).filter((key) => keys.has(key));
    return known.length === keys.size ? { value: known } : wrong('choice');
  },
  notice: () => wrong('unknown-field'),
};

/** As people write one, with point or comma. */
const decimal = (text: string) =>
  /^\s*-?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;

/** A day that there is: the calendar moves 30 February on. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
