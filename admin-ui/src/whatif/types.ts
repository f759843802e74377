export const rules = ['first-come', 'first-due'] as const;
export type Rule = (typeof rules)[number];

/** What would be otherwise than today; `hours` are those of a crew on a day, null for today's. */
export interface Scenario {
  crews: number;
  hours: number | null;
  without: string[];
  rule: Rule;
}

/** Whole days, both included. */
export interface Period {
  from: string;
  to: string;
}

/** A mean, and between what nine of ten runs are. */
export interface Expected {
  mean: number;
  low: number;
  high: number;
}

export interface Forecast {
  lateShare: Expected;
  backlog: Expected;
  crewWait: Expected;
  /** What waits now, and at the end of each day. */
  daily: Expected[];
}

export interface Comparison {
  today: Forecast;
  otherwise: Forecast;
  /** Of one and the same run. */
  change: { lateShare: Expected; backlog: Expected };
}

/** The department in the period, in plain figures. */
export interface Figures {
  cases: number;
  repaired: number;
  arrivals: number;
  waiting: number;
  crews: { count: number; hours: number; days: number } | null;
  workHours: number | null;
  week: { came: number; done: number; staffed: number | null };
  lateShare: number | null;
  categories: { code: string; cases: number; work: number }[];
}

export type Lacking = 'days' | 'cases' | 'repaired' | 'deadlines' | 'crews' | 'staffed';
export interface Missing {
  what: Lacking;
  have: number;
  need: number;
}

export type Answer = { measured: Figures } & (
  | { verdict: 'not-enough-data'; missing: Missing[] }
  | ({ verdict: 'enough'; times: number } & Comparison)
);
export type Enough = Extract<Answer, { verdict: 'enough' }>;
