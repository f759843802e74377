import type { MapCell } from '../../domain/dashboards/cell';
import { COL, ROW } from '../rollups/cells';
import {
  COUNTED,
  DONE_LATE,
  OVERDUE,
  openReviews,
  RATINGS,
  RECURRENCE,
  REOPENED,
  REPAIRED,
  WAITS,
} from '../rollups/facts';
import type { Conditions } from './conditions';

/** What a figure of a dashboard counts (db/rollups/facts.ts), so that the list which it opens has as many cases. */
export interface CountedFilter {
  /** What dashboards count at all: problems that have not gone into another case. */
  counted?: boolean;
  openedFrom?: Date;
  openedTo?: Date;
  doneFrom?: Date;
  doneTo?: Date;
  repaired?: boolean;
  doneLate?: boolean;
  rated?: boolean;
  recurrence?: boolean;
  reopened?: boolean;
  /** Waiting at that instant; late at it. */
  openAt?: Date;
  lateAt?: Date;
  /** With a review that is open at that instant; overdue at it. */
  reviewAt?: Date;
  reviewOverdueAt?: Date;
  cell?: MapCell;
}

const flags = {
  counted: `(${COUNTED})`,
  repaired: REPAIRED,
  doneLate: DONE_LATE,
  rated: `EXISTS (SELECT ${RATINGS})`,
  recurrence: RECURRENCE,
  reopened: `(${REOPENED})`,
} as const;

export function countedConditions(conditions: Conditions, filter: CountedFilter): void {
  const at = (instant: Date) => `${conditions.value(instant)}::timestamptz`;
  const opensAt = (instant: Date) => {
    const value = at(instant);
    conditions.add(`${WAITS} @> ${value}`);
    return value;
  };
  for (const [name, condition] of Object.entries(flags) as [keyof typeof flags, string][])
    if (filter[name] !== undefined) conditions.add(filter[name] ? condition : `${condition} IS NOT TRUE`);
  if (filter.openedFrom) conditions.add(`c.opened_at >= ${at(filter.openedFrom)}`);
  if (filter.openedTo) conditions.add(`c.opened_at < ${at(filter.openedTo)}`);
  if (filter.doneFrom) conditions.add(`c.done_at >= ${at(filter.doneFrom)}`);
  if (filter.doneTo) conditions.add(`c.done_at < ${at(filter.doneTo)}`);
  if (filter.openAt) opensAt(filter.openAt);
  if (filter.lateAt) {
    const value = opensAt(filter.lateAt);
    conditions.add(`c.repair_due_at < ${value} AND (c.done_at IS NOT NULL OR ${OVERDUE})`);
  }
  if (filter.reviewAt)
    conditions.add(`c.id IN (SELECT case_id FROM (${openReviews(at(filter.reviewAt))}) r)`);
  if (filter.reviewOverdueAt) {
    const value = at(filter.reviewOverdueAt);
    conditions.add(`c.id IN (SELECT case_id FROM (${openReviews(value)}) r WHERE r.due < ${value})`);
  }
  if (filter.cell) {
    const { row, col } = filter.cell;
    conditions.add(`${ROW} = ${conditions.value(row)}::int AND ${COL} = ${conditions.value(col)}::int`);
  }
}
