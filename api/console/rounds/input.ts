import { z } from 'zod';
import { breaksOf, seconds } from '../../../activities/round/problem';
import { stopReasons } from '../../../domain/vocabulary';
import { refusal } from '../../errors';
import { instant, point } from '../settings/resources/fields';

/** No shift is longer. */
const longestMs = 16 * 3_600_000;

const pause = z.strictObject({
  earliest: z.iso.datetime({ offset: true }),
  latest: z.iso.datetime({ offset: true }),
  minutes: z.number().int().min(1).max(480),
});

/** A round as a coordinator begins it. `depot`: without it the crew's own, else the town's centre. */
export const newRound = z.strictObject({
  crewId: z.uuid(),
  shiftFrom: instant,
  shiftTo: instant,
  breaks: z.array(pause).max(4).default([]),
  depot: point.nullable().default(null),
});
export type NewRound = z.output<typeof newRound>;

/** @throws DomainError `invalid-input`, naming what cannot be a shift or a break in it */
export function checkShift({ shiftFrom, shiftTo, breaks }: NewRound, now: number): void {
  const length = shiftTo.getTime() - shiftFrom.getTime();
  if (length <= 0 || length > longestMs) throw refusal({ shiftTo: 'out-of-range' });
  if (shiftTo.getTime() <= now) throw refusal({ shiftTo: 'past' });
  const shift = { from: seconds(shiftFrom), to: seconds(shiftTo) };
  const outside = breaks.findIndex(({ earliest, latest }) => {
    const [from, to] = [new Date(earliest), new Date(latest)];
    return from > to || from < shiftFrom || to > shiftTo;
  });
  const wrong =
    outside < 0 && breaksOf({ breaks, shift }).length < breaks.length ? breaks.length - 1 : outside;
  if (wrong >= 0) throw refusal({ [`breaks.${wrong}.latest`]: 'out-of-range' });
}

/** The stops of a draft, all of them, in their order. */
export const draftStops = z.strictObject({
  stops: z
    .array(z.strictObject({ caseId: z.uuid(), locked: z.boolean().default(false) }))
    .max(200)
    .refine((stops) => new Set(stops.map(({ caseId }) => caseId)).size === stops.length, 'invalid'),
});
export type DraftStops = z.output<typeof draftStops>['stops'];

const words = z.string().trim().min(1).max(4000);
const commandId = z.uuid();
const caseId = z.uuid();

/** What crew or coordinator say to a dispatched round; with `done` what the case's own command asks. */
export const roundCommandInput = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('arrive'), commandId, caseId }),
  z.looseObject({ name: z.literal('done'), commandId, caseId }),
  z
    .strictObject({
      ...{ name: z.literal('not-possible'), commandId, caseId },
      reason: z.enum(stopReasons),
      note: words.optional(),
      photoId: z.uuid().optional(),
    })
    .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
      path: ['note'],
      error: 'required',
    }),
  z.strictObject({ name: z.literal('insert'), commandId, caseId }),
  z.strictObject({ name: z.literal('reorder'), commandId, order: z.array(z.uuid()).max(200) }),
  z.strictObject({ name: z.literal('end'), commandId }),
]);
export type RoundCommandInput = z.output<typeof roundCommandInput>;
