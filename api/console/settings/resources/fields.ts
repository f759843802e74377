import { z } from 'zod';

/** Fields that many settings have. */
export const name = z.string().trim().min(1).max(200);
export const text = z.string().trim().max(2000);
export const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid')
  .max(60);
/** What a crew can do, or has to be able to. */
export const skill = z.string().trim().min(1).max(60);
export const position = z.number().int().min(0).max(10_000).default(0);
export const active = z.boolean().default(true);
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** Local time `HH:mm`. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid');
/** ISO 8601 with an offset. */
export const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
export const point = z.strictObject({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
});
