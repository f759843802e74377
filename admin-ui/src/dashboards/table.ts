import type { Backlog, Figure, Late, Recurrences, Reviews, Satisfaction } from './types';

export interface All {
  late?: Late;
  backlog?: Backlog;
  recurrences?: Recurrences;
  satisfaction?: Satisfaction;
  reviews?: Reviews;
}

/** What is written in a cell, and where its cases are. */
export interface Cell {
  value: number | null;
  before: number | null;
  figure: Figure | null;
}

export const columns = [
  'opened',
  'done',
  'open',
  'openLate',
  'repaired',
  'late',
  'share',
  'recurrences',
  'reopened',
  'rated',
  'stars',
  'reviewsOpen',
  'reviewsOverdue',
] as const;
export type Column = (typeof columns)[number];

export interface Row {
  /** Null for everything that was asked for. */
  departmentId: string | null;
  cells: Record<Column, Cell>;
}

const none: Cell = { value: null, before: null, figure: null };
const count = (figure?: Figure): Cell =>
  figure ? { value: figure.value, before: figure.before, figure } : none;

type Of<T extends { total: unknown }> = T['total'] | undefined;

function cellsOf(
  late: Of<Late>,
  backlog: Of<Backlog>,
  recurrences: Of<Recurrences>,
  satisfaction: Of<Satisfaction>,
  reviews: Of<Reviews>,
): Row['cells'] {
  const { stars } = satisfaction ?? {};
  return {
    opened: count(backlog?.opened),
    done: count(backlog?.done),
    open: count(backlog?.open),
    openLate: count(backlog?.late),
    repaired: count(late?.repaired),
    late: count(late?.late),
    share: late ? { ...late.share, figure: late.late } : none,
    recurrences: count(recurrences?.recurrences),
    reopened: count(recurrences?.reopened),
    rated: count(satisfaction?.rated),
    stars: satisfaction
      ? {
          value: stars?.value?.value ?? null,
          before: stars?.before?.value ?? null,
          figure: satisfaction.rated,
        }
      : none,
    reviewsOpen: count(reviews?.open),
    reviewsOverdue: count(reviews?.overdue),
  };
}

/** All figures: a row of each department, and one of all of them together. */
export function tableOf({ late, backlog, recurrences, satisfaction, reviews }: All): Row[] {
  const of = <T extends { departmentId: string }>(rows: T[] | undefined, id: string) =>
    rows?.find(({ departmentId }) => departmentId === id);
  const ids = (late ?? backlog ?? recurrences)?.departments.map(({ departmentId }) => departmentId) ?? [];
  const total: Row = {
    departmentId: null,
    cells: cellsOf(late?.total, backlog?.total, recurrences?.total, satisfaction?.total, reviews?.total),
  };
  const own = ids.map((id) => ({
    departmentId: id,
    cells: cellsOf(
      of(late?.departments, id),
      of(backlog?.departments, id),
      of(recurrences?.departments, id),
      of(satisfaction?.departments, id),
      of(reviews?.departments, id),
    ),
  }));
  return own.length > 1 ? [...own, total] : own;
}

/** Text that a spreadsheet would take for a formula, or that would end its field, is quoted. */
const field = (value: string) => {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?[\d.,]+$/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A file for a spreadsheet: UTF-8 with its mark, as Excel wants it. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
