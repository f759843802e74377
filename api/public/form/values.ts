import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Address, addressById, searchAddresses } from '../../../db/geo/addresses';
import type { Deps } from '../../http/deps';

/** What a report says, as the form's fields hold it. */
const saidFields = [
  'kind',
  'category',
  'text',
  'latitude',
  'longitude',
  'accuracy',
  'placeSource',
  'address',
  'danger',
  'emergency',
  'attributes',
  'joins',
  'email',
  'privacyRead',
] as const;
/**
 * `placeAddress`: the address that the coordinates belong to; what is typed may have moved on since. `asked`: the category
 * whose questions `attributes` answers, as JSON.
 */
export const fields = [...saidFields, 'placeAddress', 'asked'] as const;
export type Values = Record<(typeof fields)[number], string>;

export const newDraft = () => randomBytes(16).toString('base64url');
export const empty = Object.fromEntries(fields.map((field) => [field, ''])) as Values;

/** Said of a problem alone; with another kind the form keeps them without showing them. */
const ofProblems: readonly string[] = ['danger', 'emergency', 'attributes', 'joins'];

/** Somebody has looked at what is known here, and it is none of it. */
export const NONE_OF_THEM = 'none';

/** What the use case is given: what was left empty was not said. */
export function said(values: Values) {
  const isProblem = values.kind === '' || values.kind === 'problem';
  const meant = saidFields.filter((field) => isProblem || !ofProblems.includes(field));
  const unsaid = (field: (typeof saidFields)[number]) =>
    values[field] === '' ||
    (field === 'joins' && values.joins === NONE_OF_THEM) ||
    (field === 'attributes' && !isAsked(values));
  return Object.fromEntries(
    meant
      .filter((field) => !unsaid(field))
      .map((field) => [field, field === 'attributes' ? answersOf(values) : values[field]]),
  );
}

/** Have the questions of this category been shown? Those of another say nothing. */
export const isAsked = ({ asked, category }: Values) => asked !== '' && asked === category;

/** What was answered; what is no JSON is refused as it is. */
export function answersOf({ attributes }: Values): unknown {
  try {
    return JSON.parse(attributes || '{}');
  } catch {
    return attributes;
  }
}

/** What the steps of the form send, whatever it is: what it says is checked by the use case. */
const text = z.string().catch('');
export const posted = z.object({
  step: z.enum(['address', 'nowhere', 'summary', 'edit', 'send']).catch('summary'),
  draft: z
    .string()
    .regex(/^[\w-]{22}$/)
    .catch(newDraft),
  remove: text,
  /** The kind whose button was pressed. */
  choose: text,
  houseNumber: text,
  ...(Object.fromEntries(fields.map((field) => [field, text])) as Record<keyof Values, typeof text>),
  // From the page that asks one by one, `attributes[code]`; from all others as it was kept.
  attributes: z.preprocess(
    (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value),
    text,
  ),
});
export type Posted = z.output<typeof posted>;

const LARGEST_ID = 2 ** 31 - 1;

/**
 * The values with the place that they mean. An address chosen from the list is a place; one that was typed
 * since is not the coordinates' any more: where it may be a known one, it has to be chosen first.
 * @returns also the addresses to choose from
 */
export async function placed(
  db: Deps['db'],
  form: Posted,
): Promise<{ values: Values; addresses?: Address[] }> {
  const values = Object.fromEntries(fields.map((field) => [field, form[field]])) as Values;
  const id = Number(form.houseNumber);
  const chosen = Number.isInteger(id) && id > 0 && id <= LARGEST_ID ? await addressById(db, id) : null;
  if (chosen) return { values: at(values, chosen) };
  const typed = values.address.trim();
  if (typed === values.placeAddress.trim()) return { values };
  if (typed === '') return { values: { ...values, placeAddress: '' } };
  const addresses = await searchAddresses(db, typed);
  const [exact] = addresses.filter((one) => called(one).toLowerCase() === typed.toLowerCase());
  if (exact) return { values: at(values, exact), addresses };
  if (addresses.length > 0) return { values: { ...values, ...nowhere }, addresses };
  // Nobody knows it: the point on the map is all there is, with the address that is nearest to it.
  return { values: values.latitude === '' ? values : { ...values, address: '' }, addresses };
}

/** What the values of no place are. */
export const nowhere = { latitude: '', longitude: '', accuracy: '', placeSource: '', placeAddress: '' };
const called = ({ street, number }: Address) => `${street} ${number}`;

const at = (values: Values, found: Address): Values => ({
  ...values,
  ...{ latitude: String(found.latitude), longitude: String(found.longitude), accuracy: '' },
  ...{ placeSource: 'address', address: called(found), placeAddress: called(found) },
});
