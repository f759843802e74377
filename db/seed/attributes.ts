import { z } from 'zod';
import { type Attribute, attributeKinds, attributeProblems } from '../../domain/attributes/attribute';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid')
  .max(60);
const words = (max: number) => z.string().trim().min(1).max(max);
const hint = z.string().trim().max(500).default('');

const attribute = z.strictObject({
  code: key,
  kind: z.enum(attributeKinds),
  it: words(1000),
  en: words(1000),
  hintIt: hint,
  hintEn: hint,
  required: z.boolean().default(false),
  choices: z
    .array(z.strictObject({ key, it: words(200), en: words(200) }))
    .max(50)
    .default([]),
  stops: z.boolean().default(false),
  when: z.strictObject({ code: key, key }).nullable().default(null),
});

/** What a category asks, as a municipality's file and the console write it. */
export const attributesInput = z
  .array(attribute)
  .max(30)
  .superRefine((attributes: Attribute[], context) => {
    for (const [path, message] of Object.entries(attributeProblems(attributes)))
      context.addIssue({ code: 'custom', message, path: path.split('.') });
  })
  .default([]);
