import type { Polygon } from 'geojson';
import type { Cause } from '../diagnosis/types';
import type { Estimate } from '../quality/types';

/** Of the list with the cases behind a figure. */
export type Behind = Record<string, string | boolean | string[]>;

/** A count, what it was in the period before, and its cases. */
export interface Figure {
  value: number;
  before: number;
  cases: Behind;
}

/** What is no count; null where too little is known. */
export interface Compared<T> {
  value: T | null;
  before: T | null;
}

/** `F` of everything that was asked for, and of each department. */
export interface ByDepartment<F> {
  freshUntil: string | null;
  from: string;
  to: string;
  total: F;
  departments: (F & { departmentId: string })[];
}

export interface LateFigures {
  share: Compared<number>;
  repaired: Figure;
  late: Figure;
}
export type Late = ByDepartment<LateFigures> & { weeks: { from: string; repaired: number; late: number }[] };

export interface BacklogFigures {
  open: Figure;
  late: Figure;
  opened: Figure;
  done: Figure;
}
export interface BacklogDay {
  day: string;
  /** The instant of its end, or up to which it has come. */
  at: string;
  open: number;
  late: number;
}
export type Backlog = ByDepartment<BacklogFigures> & { days: BacklogDay[] };

export type Recurrences = ByDepartment<{ opened: Figure; recurrences: Figure; reopened: Figure }>;
export type Satisfaction = ByDepartment<{ stars: Compared<Estimate>; rated: Figure }>;
export type Reviews = ByDepartment<{ open: Figure; overdue: Figure }>;

export type Verdict = 'not-enough-data' | 'healthy' | Cause[];
export interface FindingOf {
  departmentId: string;
  verdict: Verdict | null;
  findings: { cause: Cause; holds: boolean; confidence: number }[];
  asOf: string | null;
  before: Verdict | null;
}
export interface Findings {
  departments: FindingOf[];
}

export interface Square {
  geometry: Polygon;
  properties: { cell: string; cases: number; people: number; need: number; recurrences: number };
}
export interface Squares {
  cases: Behind;
  features: Square[];
}
