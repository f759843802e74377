import { z } from 'zod';
import { reviewCauses, reviewOutcomes, reviewStatuses } from '../../../domain/review/review';
import { clockKinds } from '../../../domain/vocabulary';
import { anyOf } from '../list';
import { periodShape } from '../period';

/** Reviews that are found for the same reason at once. */
const MOST_AT_ONCE = 100;

const note = z.string().trim().min(1).max(4000);
const version = z.int().min(0);

export const listShape = {
  sorts: ['openedAt', 'followUpAt', 'id'],
  order: 'DESC',
  filters: {
    status: anyOf(z.enum(reviewStatuses)),
    clock: anyOf(z.enum(clockKinds)),
    cause: anyOf(z.enum(reviewCauses)),
    departmentId: anyOf(z.uuid()),
    caseId: anyOf(z.uuid()),
    ownerId: anyOf(z.uuid()),
  },
} as const;

export const causesQuery = z.strictObject({ departmentId: anyOf(z.uuid()), ...periodShape });
export const ownersQuery = z.strictObject({ departmentId: anyOf(z.uuid()) });

const distinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** Why, what is changed, who changes it and by when; `version`: what the person has seen. */
export const findingInput = z.strictObject({
  reviews: z
    .array(z.strictObject({ id: z.uuid(), version }))
    .min(1)
    .max(MOST_AT_ONCE)
    .refine((rows) => distinct(rows.map(({ id }) => id)), 'choice'),
  causes: z
    .array(z.enum(reviewCauses))
    .min(1, 'required')
    .max(reviewCauses.length)
    .refine(distinct, 'choice'),
  note,
  ownerId: z.uuid(),
  followUpOn: z.iso.date(),
});
export type FindingInput = z.output<typeof findingInput>;

/** `viewId` is the sender's: the same view twice is written once. */
export const viewInput = z.strictObject({ viewId: z.uuid(), note });

export const closingInput = z.strictObject({
  version,
  outcome: z.enum(reviewOutcomes),
  training: z.boolean(),
  note: note.optional(),
});

export const reopeningInput = z.strictObject({ version, note });
