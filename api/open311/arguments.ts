import { z } from 'zod';
import { unstorable } from '../http/validate';
import { Open311Error } from './errors';

/** "Optional" means that an empty argument was not given. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !unstorable.test(value));
const number = z.preprocess(
  (value) => (typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value),
  z.number(),
);
/** W3C's subset of ISO 8601, with a time zone. */
const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const listOf = <S extends z.ZodType<unknown, string>>(one: S) =>
  text(10_000)
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(one).max(500));

const common = { jurisdiction_id: optional(text(200)) };
const paging = {
  page: optional(z.coerce.number().int().min(1).max(10_000)),
  page_size: optional(z.coerce.number().int().min(1).max(1000)),
};
const span = { start_date: optional(instant), end_date: optional(instant) };

export const commonArguments = z.object(common);
export const requestsArguments = z.object({
  ...{ ...common, ...paging, ...span },
  service_request_id: optional(listOf(text(60))),
  service_code: optional(listOf(text(100))),
  status: optional(listOf(z.enum(['open', 'closed']))),
});
export const updatesArguments = z.object({ ...common, ...paging, ...span });

/** What a report brings; names, telephone and device are not kept: nobody needs them to mend anything. */
export const postArguments = z.object({
  ...common,
  api_key: optional(text(200)),
  service_code: optional(text(100)),
  lat: optional(number),
  long: optional(number),
  address_string: optional(text(300)),
  address_id: optional(
    z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1),
  ),
  email: optional(text(254)),
  description: optional(text(4000)),
  media_url: optional(z.url({ protocol: /^https?$/ }).max(2000)),
  attribute: optional(z.record(z.string().max(60), z.union([text(1000), z.array(text(60)).max(50)]))),
});

/** The arguments of a call. @throws Open311Error naming the first that is wrong */
export function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const why = issue?.code === 'too_big' ? 'is too long or too large' : 'is not valid';
  throw new Open311Error(400, `${String(issue?.path[0] ?? 'The request')} ${why}.`);
}

const DAY_MS = 24 * 3_600_000;
const LONGEST_DAYS = 90;

/**
 * The span that is asked for: at most ninety days, by default the newest `days`.
 * @throws Open311Error 400 for a longer one, or one that ends before it begins
 */
export function spanOf(
  { start_date, end_date }: { start_date?: Date | undefined; end_date?: Date | undefined },
  days = LONGEST_DAYS,
): { from: Date; to: Date } {
  const ends =
    end_date ?? (start_date && new Date(start_date.getTime() + LONGEST_DAYS * DAY_MS)) ?? new Date();
  const from = start_date ?? new Date(ends.getTime() - days * DAY_MS);
  if (from > ends) throw new Open311Error(400, 'end_date is before start_date.');
  if (ends.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS)
    throw new Open311Error(400, `start_date and end_date are more than ${LONGEST_DAYS} days apart.`);
  return { from, to: ends };
}

export const pageOf = ({
  page = 1,
  page_size = 1000,
}: {
  page?: number | undefined;
  page_size?: number | undefined;
}) => ({
  limit: page_size,
  offset: (page - 1) * page_size,
});
