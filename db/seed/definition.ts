import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { caseStatuses, exposureKinds, locales } from '../../domain/vocabulary';
import { attributesInput } from './attributes';

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,60}$/, 'must be small letters, digits and dashes, a letter first');

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be an hour such as 07:30');

const ring = z
  .array(lonLat)
  .min(4, 'a ring has at least four positions')
  .refine((points) => String(points[0]) === String(points.at(-1)), 'a ring ends where it begins');

const shape = z.strictObject({
  name: z.string().min(1),
  istatCode: z.string(),
  /** Begins the numbers of reports and cases: `AL-2026-000123`. */
  prefix: z.string().regex(/^[A-Z]{2,4}$/, 'must be two to four capital letters'),
  timezone: z
    .string()
    .refine((name) => IANAZone.isValidZone(name), 'must be a time zone such as Europe/Rome')
    .default('Europe/Rome'),
  contactEmail: z.email(),
  /** Of the data protection officer, for the privacy notice. */
  dpoEmail: z.email().nullable().default(null),
  /** `MM-DD`: a holiday that no library knows. */
  patronSaint: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and a day such as 11-10')
    .nullable()
    .default(null),
  center: lonLat,
  boundary: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)).min(1) }),
  /** A demonstration: its alerts say that they are an exercise. */
  exercise: z.boolean().default(false),
  /** A CSV beside this file (see house-numbers.ts), and whom to name where its numbers are shown. */
  houseNumbers: z
    .strictObject({ file: z.string().min(1), source: z.string().min(1) })
    .nullable()
    .default(null),
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
      z.strictObject({
        code,
        department: code,
        nameIt: z.string(),
        nameEn: z.string(),
        group: z.string(),
        /** How far apart reports of one such problem may be. */
        matchRadiusMetres: z.int().min(1).max(500).default(100),
        /** A problem that comes back within so many days after its repair is a recurrence. */
        recurrenceDays: z.int().min(0).max(3650).default(365),
        /** How long a crew usually works on one. */
        serviceMinutes: z.int().min(1).max(720).default(30),
        /** What the crew has to be able to do. */
        skill: z.string().nullable().default(null),
        /** What it wants to know of a problem. */
        attributes: attributesInput,
      }),
    )
    .min(1),
  crews: z
    .array(
      z.strictObject({
        department: code,
        name: z.string(),
        skills: z.array(z.string()).default([]),
        depot: lonLat.nullable().default(null),
        shift: z
          .strictObject({
            from: clock,
            to: clock,
            pause: z
              .strictObject({ earliest: clock, latest: clock, minutes: z.int().min(1).max(480) })
              .nullable()
              .default(null),
          })
          .nullable()
          .default(null),
      }),
    )
    .default([]),
  /** In order of call, for every department. */
  agencies: z
    .array(
      z.strictObject({
        name: z.string(),
        email: z.email().nullable(),
        ackMinutes: z.int().positive(),
        /** Takes the signed alerts; without it the demonstration's page plays the agency. */
        webhookUrl: z.url({ protocol: /^https$/ }).optional(),
      }),
    )
    .default([]),
  suppliers: z.array(z.strictObject({ name: z.string(), email: z.email() })).default([]),
  /** The catalogue of what repairs use. */
  materials: z
    .array(
      z.strictObject({
        code,
        nameIt: z.string().min(1),
        nameEn: z.string().min(1),
        unit: z.string().min(1).max(20),
        price: z.number().min(0).nullable().default(null),
      }),
    )
    .default([]),
  /** What points are given for; a code works for so many days. */
  rewards: z
    .array(
      z.strictObject({
        nameIt: z.string().min(1),
        nameEn: z.string().min(1),
        descriptionIt: z.string().default(''),
        descriptionEn: z.string().default(''),
        cost: z.number().int().min(1),
        stock: z.number().int().min(0).nullable().default(null),
        validFrom: z.iso.date(),
        validTo: z.iso.date(),
        codeDays: z.number().int().min(1),
      }),
    )
    .default([]),
  /** What was agreed with a supplier, by its name; without categories it is for all. */
  contracts: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        supplier: z.string(),
        categories: z.array(code).default([]),
        validFrom: z.iso.date(),
        validTo: z.iso.date(),
        warrantyMonths: z.int().min(0).max(240).default(0),
      }),
    )
    .default([]),
  readyAnswers: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        locale: z.enum(locales).default('it'),
        text: z.string().min(1).max(4000),
        category: code.nullable().default(null),
        statuses: z.array(z.enum(caseStatuses)).default([]),
      }),
    )
    .default([]),
  roadOwners: z
    .array(
      z
        .strictObject({
          name: z.string(),
          kind: z.enum(['state', 'province', 'motorway', 'railway', 'private']),
          onReport: z.enum(['forward', 'decline']),
          email: z.email().nullable(),
          contactIt: z.string(),
          contactEn: z.string(),
          line: z.array(lonLat).min(2),
          halfWidthMetres: z.number().positive(),
        })
        .refine(({ onReport, email }) => onReport === 'decline' || email, {
          path: ['email'],
          error: 'is needed where reports are forwarded',
        }),
    )
    .default([]),
  /** Places near which a problem weighs more, as GeoJSON. */
  exposurePlaces: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        kind: z.enum(exposureKinds),
        area: z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('Point'), coordinates: lonLat }),
          z.strictObject({ type: z.literal('LineString'), coordinates: z.array(lonLat).min(2) }),
          z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
        ]),
      }),
    )
    .default([]),
});

/**
 * A municipality as a file: what the first start writes into an empty database. Positions are WGS84,
 * longitude before latitude.
 */
export const definitionSchema = shape.superRefine((definition, context) => {
  const known = new Set(definition.departments.map((department) => department.code));
  const problem = (message: string, ...path: PropertyKey[]) =>
    context.addIssue({ code: 'custom', message, path });
  for (const list of ['categories', 'crews'] as const) {
    for (const [position, { department }] of definition[list].entries()) {
      if (!known.has(department)) problem(`no department is called ${department}`, list, position);
    }
  }
  for (const list of ['departments', 'categories'] as const) {
    const codes = definition[list].map((entry) => entry.code);
    for (const [position, own] of codes.entries()) {
      if (codes.indexOf(own) < position) problem(`${own} is there twice`, list, position, 'code');
    }
  }
  const categories = new Set(definition.categories.map((category) => category.code));
  const suppliers = new Set(definition.suppliers.map((supplier) => supplier.name));
  for (const [position, contract] of definition.contracts.entries()) {
    if (!suppliers.has(contract.supplier))
      problem(`no supplier is called ${contract.supplier}`, 'contracts', position);
    for (const one of contract.categories)
      if (!categories.has(one)) problem(`no category is called ${one}`, 'contracts', position);
  }
  for (const [position, { category }] of definition.readyAnswers.entries())
    if (category && !categories.has(category))
      problem(`no category is called ${category}`, 'readyAnswers', position);
});
export type Definition = z.infer<typeof definitionSchema>;

/** What is wrong with a municipality's file, in one sentence for the person who wrote it. */
export class DefinitionError extends Error {}

/**
 * Reads a municipality's file; what it names beside it comes back with its whole path.
 * @throws DefinitionError naming what is wrong where
 */
export function readDefinition(file: string): Definition {
  const wrong = (why: string) => new DefinitionError(`The municipality's file ${file} ${why}.`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong(error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read');
  }
  const read = definitionSchema.safeParse(content);
  if (read.success) {
    const { houseNumbers } = read.data;
    if (!houseNumbers) return read.data;
    const beside = path.resolve(path.dirname(file), houseNumbers.file);
    if (!existsSync(beside)) throw wrong(`names house numbers in ${beside}, which is not there`);
    return { ...read.data, houseNumbers: { ...houseNumbers, file: beside } };
  }
  const [first] = read.error.issues;
  const place = first?.path.length ? first.path.join('.') : 'its beginning';
  const more = read.error.issues.length - 1;
  throw wrong(`is wrong at ${place}: ${first?.message}${more > 0 ? ` (and ${more} more)` : ''}`);
}
