import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { attributeKinds } from '../../domain/attributes/attribute';
import { caseStatuses, emergencies, locales, outcomes, reportKinds } from '../../domain/vocabulary';
import { words } from '../intake/input';

extendZodWithOpenApi(z);

/** What the API answers; the requests' schemas are those of the use cases. */
export const acceptedSchema = z
  .strictObject({
    number: z.string().meta({ example: 'AL-2026-000123' }),
    trackingCode: z.string().meta({ description: 'Opens the tracking page: keep it to yourself.' }),
    url: z.url(),
    receivedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().meta({ description: 'By when it should be repaired or answered.' }),
    notice: z
      .string()
      .nullable()
      .meta({ description: 'That somebody else owns the road, and gets the report.' }),
    emergency: z.enum(emergencies),
  })
  .openapi('Accepted');

export const errorSchema = z
  .object({
    code: z.string(),
    message: z.string().meta({ description: 'A sentence in the language of the request.' }),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .openapi('Error');

const inBoth = z.strictObject({ it: z.string(), en: z.string() });

export const stepSchema = z.strictObject({
  at: z.iso.datetime(),
  name: z.string().meta({ description: 'What happened, as a code.' }),
  actorKind: z.enum(['user', 'citizen', 'agency', 'supplier', 'system']),
  data: z.record(z.string(), z.unknown()),
  words: z.string().nullable().meta({ description: 'The person’s own, or what the municipality answered.' }),
  erased: z.boolean(),
});

export const trackedSchema = z
  .strictObject({
    number: z.string(),
    caseNumber: z.string().nullable(),
    registerNumber: z.string().nullable().meta({
      description: 'In the official register (protocollo); null until it has been given, within seconds.',
    }),
    kind: z.enum(reportKinds),
    locale: z.enum(locales),
    status: z.enum(caseStatuses),
    outcome: z.enum(outcomes).nullable(),
    cycle: z.int().meta({ description: 'Grows with every reopening.' }),
    members: z.int().meta({ description: 'Reports of the same problem, this one included.' }),
    category: inBoth,
    department: inBoth,
    address: z.string().nullable(),
    latitude: z.number().nullable().meta({ description: 'Null where no place was given.' }),
    longitude: z.number().nullable(),
    owner: z
      .strictObject({ name: z.string() })
      .nullable()
      .meta({ description: 'Whose the road is, when it is not the municipality’s.' }),
    receivedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    emailConfirmed: z.boolean().nullable().meta({ description: 'Null where no address was given.' }),
    erased: z.boolean(),
    photos: z.array(z.uuid()),
    repairedPhotos: z.array(z.uuid()),
    rating: z
      .strictObject({
        stars: z.int().min(1).max(5),
        aspects: z.record(z.string(), z.int()),
        text: z.string().nullable(),
        changeableUntil: z.iso.datetime(),
      })
      .nullable()
      .meta({
        description:
          'What this citizen said of the work; a rating that is sent again until then replaces it.',
      }),
    mayRate: z.boolean(),
    maySayNotFixed: z.boolean(),
    questions: z
      .array(z.strictObject({ id: z.uuid(), words: z.string().nullable(), dueAt: z.iso.datetime() }))
      .meta({ description: 'What the department wants to know, and until when.' }),
    conversation: z
      .array(
        z.strictObject({
          at: z.iso.datetime(),
          own: z.boolean(),
          words: z.string().nullable(),
          files: z.array(
            z.strictObject({
              id: z.uuid(),
              name: z.string(),
              kind: z.enum(['image', 'pdf']),
              bytes: z.int(),
            }),
          ),
        }),
      )
      .meta({ description: 'What the department and this citizen have said to each other.' }),
    timeline: z.array(stepSchema),
  })
  .openapi('Tracked');

/** Where and what a problem is that somebody is about to report. */
export const knownInput = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z
    .number()
    .min(0)
    .max(1_000_000)
    .nullable()
    .default(null)
    .meta({ description: 'Of the device’s position, in metres.' }),
  category: z.string().trim().min(1).max(100),
  text: words(4000).default(''),
});

export const knownSchema = z
  .strictObject({
    number: z.string().meta({ description: 'To be sent as `joins` when it is this one.' }),
    categoryCode: z.string(),
    address: z.string().nullable(),
    metres: z.int(),
    latitude: z.number(),
    longitude: z.number(),
    openedAt: z.iso.datetime(),
    repairedAt: z.iso.datetime().nullable().meta({
      description: 'Null while it waits for its repair; else joining it says that it has come back.',
    }),
    status: z.enum(caseStatuses),
    reports: z.int(),
    words: z.string().nullable().meta({ description: 'Null until staff have read it.' }),
    photo: z.url().nullable(),
  })
  .openapi('Known');

/** Signed by the agency's secret as Standard Webhooks asks. */
export const acknowledgementSchema = z.strictObject({
  forwardId: z.uuid().toLowerCase().meta({ description: 'The `alertId` of the webhook, as in the path.' }),
});

export const departmentSchema = z.object({ code: z.string(), name: z.string(), description: z.string() });
export const categorySchema = z.object({
  code: z.string(),
  name: z.string(),
  group: z.string(),
  department: z.string(),
  attributes: z
    .array(
      z.strictObject({
        code: z.string(),
        kind: z.enum(attributeKinds),
        question: z.string(),
        hint: z.string(),
        required: z.boolean(),
        choices: z.array(z.strictObject({ key: z.string(), name: z.string() })),
        stops: z.boolean().meta({ description: 'Of a notice: who it is for cannot send the report.' }),
        when: z
          .strictObject({ code: z.string(), key: z.string() })
          .nullable()
          .meta({ description: 'Of a notice: only for those who chose this; null for everybody.' }),
      }),
    )
    .meta({ description: 'What it wants to know of a problem, answered in `attributes`.' }),
});
/** What somebody has typed of an address. */
export const typedQuery = z.strictObject({ q: z.string().trim().min(2).max(100) });
const degrees = (limit: number) => z.coerce.number<string>().min(-limit).max(limit);
/** A stretch of map. */
export const boxQuery = z.strictObject({
  west: degrees(180),
  south: degrees(90),
  east: degrees(180),
  north: degrees(90),
  each: z.literal('street').optional().meta({ description: 'Only one number of each street.' }),
});
export const addressSchema = z.object({
  id: z.number(),
  street: z.string(),
  number: z.string(),
  quarter: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});
