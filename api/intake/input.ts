import { z } from 'zod';
import { dangers, emergencies, locales, reportKinds } from '../../domain/vocabulary';
import { unstorable } from '../http/validate';

/** A number as JSON has it, or as a form sends it. */
const number = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
    z.number().min(min).max(max),
  );

export const placeSources = ['device', 'photo', 'address', 'map'] as const;

/** Words that the database can hold. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !unstorable.test(value), 'invalid');

/** Words of one line. */
const line = (max: number) => words(max).transform((value) => value.replace(/\s+/g, ' '));

/**
 * What a citizen sends, the same for form and API; unknown fields are refused. Photos travel beside it.
 * A place may be missing when a photo says where it was taken, and of what ends with an answer.
 */
export const reportInput = z.strictObject({
  kind: z.enum(reportKinds).default('problem').meta({
    description:
      'Only a problem ends with a repair and has to be somewhere; the others end with an answer, and may be about no place.',
  }),
  category: words(100).min(1).meta({ description: 'Code of a category, see /categories.' }),
  department: words(100)
    .optional()
    .meta({ description: 'Code of the department; must be the one of the category.' }),
  text: words(4000).min(1).meta({ description: 'What there is, in the person’s words.' }),
  latitude: number(-90, 90).optional().meta({
    description: 'WGS84. A problem needs a place, here or in a photo; any other kind may go without.',
  }),
  longitude: number(-180, 180).optional().meta({ description: 'WGS84.' }),
  accuracy: number(0, 1_000_000).optional().meta({ description: 'Of the device’s position, in metres.' }),
  placeSource: z.enum(placeSources).default('map').meta({ description: 'Where the coordinates come from.' }),
  address: line(300).optional(),
  danger: z
    .preprocess(
      (value) => (typeof value === 'string' && /^\d$/.test(value) ? Number(value) : value),
      z.union(dangers.map((value) => z.literal(value))),
    )
    .default(1)
    .meta({
      description:
        '1 it is a nuisance, 2 it causes discomfort, 3 somebody may get hurt, 4 somebody will get hurt soon. Refused for any other kind than a problem.',
    }),
  emergency: z.enum(emergencies).default('none').meta({
    description:
      'Somebody is hurt, or is about to be. Call 112 first. Refused for any other kind than a problem.',
  }),
  attributes: z
    .record(z.string().max(60), z.union([words(1000), z.number(), z.array(words(60)).max(50)]))
    .optional()
    .meta({
      description:
        'Answers by the code of the category’s attribute, see /categories: a text, a number, a day `YYYY-MM-DD`, the key of a choice, or a list of keys.',
    }),
  joins: line(40).optional().meta({
    description:
      'Number of a case near the place that it is about, see /known: it becomes a report of that case.',
  }),
  email: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.trim() : value),
      z.email().max(254).toLowerCase(),
    )
    .optional()
    .meta({ description: 'To hear of every step.' }),
  language: z.enum(locales).optional(),
  privacyRead: z
    .preprocess(
      (value) => value === true || value === 'true' || value === 'on',
      z.literal(true, { error: 'privacy-unread' }),
    )
    .meta({ description: 'The person has read the privacy notice. Must be true.' }),
});
export type ReportInput = z.output<typeof reportInput>;
