import type { Request, Response } from 'express';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { boundsOf, type Departments, departmentIdsOf } from '../../../db/views/dashboards';
import { comparedWith, QUARTER, type Quarter, quarterOf } from '../../../domain/dashboards/quarter';
import { DomainError } from '../../../domain/errors';
import { refusal } from '../../errors';
import { parse } from '../../http/validate';
import { anyOf } from '../list';
import { requireFor, scopeOf } from '../route';

const query = z.strictObject({ quarter: z.string().regex(QUARTER), departmentId: anyOf(z.uuid()) });

/** The filter of the list with the cases behind a figure, in the words of `GET /cases`. */
export type Behind = Record<string, string | boolean | string[]>;

/** Everything that the figures of one dashboard are made from. */
export interface Asked {
  /** Null for all departments. */
  departments: Departments;
  departmentIds: string[];
  quarter: Quarter;
  /** The quarter as far as it has come, and what it is compared with. */
  own: Quarter;
  before: Quarter;
  freshUntil: Date | null;
  /** The quarter's begin, and its end as far as it has come. */
  from: Date;
  to: Date;
  /** The filter of a figure of one department, or of all that were asked for. */
  behind(filter: Behind, departmentId?: string): Behind;
}

/**
 * Which quarter of which departments; within the person's own.
 * @throws DomainError `not-found` for a department that is none or of others; a refusal of a quarter that is to come
 */
export async function askedOf(db: DataSource, req: Request, res: Response): Promise<Asked> {
  const { quarter: id, departmentId } = parse(query, req.query);
  for (const one of departmentId ?? []) requireFor(res, 'dashboard.read', one);
  const scope = scopeOf(res);
  const departments = departmentId ?? (scope ? [scope] : null);
  const departmentIds = await departmentIdsOf(db, departments);
  if (departments && departmentIds.length < new Set(departments).size) throw new DomainError('not-found');
  const quarter = quarterOf(id);
  const bounds = await boundsOf(db, quarter);
  const now = bounds.freshUntil ?? new Date();
  if (bounds.from > new Date()) throw refusal({ quarter: 'out-of-range' });
  const { own, before } = comparedWith(quarter, bounds.freshDay ?? quarter.to);
  return {
    ...{ departments, departmentIds, quarter, own, before, freshUntil: bounds.freshUntil },
    from: bounds.from,
    to: new Date(Math.max(bounds.from.getTime(), Math.min(bounds.to.getTime(), now.getTime()))),
    behind: (filter, one) => ({
      counted: true,
      ...(one ? { departmentId: [one] } : departments && { departmentId: departments }),
      ...filter,
    }),
  };
}

/** A figure, what it was in the period before, and the cases behind it. */
export interface Figure {
  value: number;
  before: number;
  cases: Behind;
}
