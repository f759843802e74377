import type { Request, Response } from 'express';
import { z } from 'zod';
import { DomainError } from '../../domain/errors';
import { parse } from '../http/validate';

/** The longest page that a list gives. */
const longestPage = 1000;

const position = z.coerce.number().int().min(0).max(10_000_000);

/** A query parameter that may be repeated: any of the values. */
export const anyOf = <S extends z.ZodType>(item: S) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  );

/** A query parameter that says yes or no. */
export const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

/** Whole numbers that are written in a query. */
export const numberOf = <T extends number>(choices: readonly T[]) =>
  z.coerce.number().refine((value): value is T => choices.includes(value as T), 'choice');

const ids = z
  .string()
  .max(40_000)
  .transform((list) => list.split(',').filter(Boolean))
  .pipe(z.array(z.uuid()).max(longestPage))
  .optional();

export interface Page<Sort extends string = string> {
  start: number;
  /** Rows on the page. */
  limit: number;
  sort: Sort;
  order: 'ASC' | 'DESC';
}

/** What a list may be asked: sort fields and filters by name, and nothing else. */
export interface ListShape<Sort extends string, Filters extends z.ZodRawShape> {
  /** The first is the default. */
  sorts: readonly [Sort, ...Sort[]];
  order?: 'ASC' | 'DESC';
  filters: Filters;
}

/**
 * Reads react-admin's list parameters (`_start`, `_end`, `_sort`, `_order`, `_ids` and the filters).
 * @throws DomainError `invalid-input`, naming each parameter that is unknown or wrong
 */
export function readList<Sort extends string, Filters extends z.ZodRawShape>(
  req: Request,
  shape: ListShape<Sort, Filters>,
): { page: Page<Sort>; ids: string[] | undefined; filters: z.output<z.ZodObject<Filters>> } {
  const schema = z.strictObject({
    _start: position.default(0),
    _end: position.optional(),
    _sort: z.enum(shape.sorts).default(shape.sorts[0] as never),
    _order: z.enum(['ASC', 'DESC']).default(shape.order ?? 'ASC'),
    _ids: ids,
    ...shape.filters,
  });
  const { _start, _end, _sort, _order, _ids, ...filters } = parse(schema, req.query) as {
    _start: number;
    _end?: number;
    _sort: Sort;
    _order: 'ASC' | 'DESC';
    _ids?: string[];
  };
  const wanted = (_end ?? _start + 50) - _start;
  return {
    page: { start: _start, limit: Math.min(Math.max(wanted, 0), longestPage), sort: _sort, order: _order },
    ids: _ids,
    filters: filters as z.output<z.ZodObject<Filters>>,
  };
}

export interface Listed<T> {
  rows: T[];
  total: number;
  /** The count stopped at `total`: there are more. */
  more?: boolean;
}

/** Answers a list as react-admin reads it: an array, and the number of all rows in a header. */
export function sendList<T>(res: Response, { rows, total, more }: Listed<T>): void {
  res.setHeader('X-Total-Count', String(total));
  if (more) res.setHeader('X-Total-More', 'true');
  res.setHeader('Access-Control-Expose-Headers', 'X-Total-Count, X-Total-More');
  res.json(rows);
}

/** An id in a path. */
export const idOf = (req: Request, name = 'id'): string => {
  const parsed = z.uuid().safeParse(req.params[name]);
  if (parsed.success) return parsed.data;
  return notFound();
};

function notFound(): never {
  throw new DomainError('not-found');
}
