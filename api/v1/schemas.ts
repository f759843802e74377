import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { caseStatuses, emergencies, reportKinds } from '../../domain/vocabulary';

extendZodWithOpenApi(z);

/** What the API answers; the requests' schemas are those of the use cases. */
export const acceptedSchema = z
  .object({
    number: z.string().meta({ example: 'AL-2026-000123' }),
    trackingCode: z.string().meta({ description: 'Opens the tracking page: keep it to yourself.' }),
    url: z.url(),
    receivedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().meta({ description: 'By when it should be repaired or answered.' }),
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

export const stepSchema = z.object({
  at: z.iso.datetime(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
});

export const trackedSchema = z
  .object({
    number: z.string(),
    kind: z.enum(reportKinds),
    status: z.enum(caseStatuses),
    caseNumber: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    mayRate: z.boolean(),
    maySayNotFixed: z.boolean(),
    timeline: z.array(stepSchema),
  })
  .openapi('Tracked');

export const departmentSchema = z.object({ code: z.string(), name: z.string(), description: z.string() });
export const categorySchema = z.object({
  code: z.string(),
  name: z.string(),
  group: z.string(),
  department: z.string(),
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
