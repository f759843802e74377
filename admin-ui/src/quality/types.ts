export const groupKinds = ['supplier', 'crew', 'material', 'procedure', 'category'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const figureNames = [
  'stars',
  'holds90',
  'holds365',
  'againstUsual',
  'recurrences',
  'inTime',
  'hours',
  'cost',
] as const;
export type FigureName = (typeof figureNames)[number];

/** A figure with its interval of 95 %, and how many observations it rests on. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  count: number;
}

export interface MedianDays {
  value: number | null;
  low: number | null;
  high: number | null;
}

export type Card = {
  id: string;
  nameIt: string;
  nameEn: string;
  repairs: number;
  rated: number;
  ranks: Record<FigureName, number | null>;
} & (
  | { verdict: 'not-enough-data' }
  | { verdict: 'enough'; figures: Record<FigureName, Estimate | null>; medianDays: MedianDays }
);

export interface Scorecards {
  fewest: { repairs: number; rated: number };
  cards: Card[];
}

/** The curve after the recurrences of a day. */
export interface Step {
  days: number;
  holds: number;
  low: number;
  high: number;
}

export interface Curve {
  steps: Step[];
  /** Up to which enough were watched. */
  lastDay: number;
}
