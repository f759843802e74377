import { readFileSync } from 'node:fs';
import { z } from 'zod';

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const code = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);

/**
 * A municipality as a file: what the first start writes into an empty database. Positions are WGS84,
 * longitude before latitude.
 */
export const definitionSchema = z.strictObject({
  name: z.string().min(1),
  istatCode: z.string(),
  /** Begins the numbers of reports and cases: `AL-2026-000123`. */
  prefix: z.string().regex(/^[A-Z]{2,4}$/),
  timezone: z.string().default('Europe/Rome'),
  contactEmail: z.email(),
  /** `MM-DD`: a holiday that no library knows. */
  patronSaint: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable()
    .default(null),
  center: lonLat,
  boundary: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(lonLat))) }),
  departments: z
    .array(
      z.strictObject({
        code,
        nameIt: z.string(),
        nameEn: z.string(),
        descriptionIt: z.string().default(''),
        descriptionEn: z.string().default(''),
      }),
    )
    .min(1),
  categories: z
    .array(
      z.strictObject({ code, department: code, nameIt: z.string(), nameEn: z.string(), group: z.string() }),
    )
    .min(1),
  crews: z
    .array(
      z.strictObject({
        department: code,
        name: z.string(),
        skills: z.array(z.string()).default([]),
        depot: lonLat.nullable().default(null),
      }),
    )
    .default([]),
  /** In order of call, for every department. */
  agencies: z
    .array(z.strictObject({ name: z.string(), email: z.email().nullable(), ackMinutes: z.int().positive() }))
    .default([]),
  suppliers: z.array(z.strictObject({ name: z.string(), email: z.email() })).default([]),
  roadOwners: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['state', 'province', 'motorway', 'railway', 'private']),
        onReport: z.enum(['forward', 'decline']),
        email: z.email().nullable(),
        contactIt: z.string(),
        contactEn: z.string(),
        line: z.array(lonLat).min(2),
        halfWidthMetres: z.number().positive(),
      }),
    )
    .default([]),
});
export type Definition = z.infer<typeof definitionSchema>;

/**
 * Reads a municipality's file.
 * @throws ZodError naming what is wrong where
 */
export const readDefinition = (file: string): Definition =>
  definitionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
