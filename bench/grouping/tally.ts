import type { Query } from './cases';
import type { Rule } from './rules';
import { type Share, wilson } from './wilson';

/** A query whose true case is known. */
export interface Asked {
  query: Query;
  trueCase: string;
  /** Between the two reports of the pair. */
  metres: number;
}

/** What a rule did with the queries. */
export interface Tally {
  recall: Share;
  /** Of pairs at the very same coordinates, which many a city snaps to the address, and of the others. */
  atSamePlace: Share;
  elsewhere: Share;
  /** Mean of the cases shown. */
  shownPerQuery: number;
}

export interface Outcome {
  samePlace: boolean;
  hit: boolean;
  shown: number;
}

export function outcomeOf({ query, trueCase, metres }: Asked, rule: Rule): Outcome {
  const shown = rule(query);
  const hit = shown.some(({ caseId }) => caseId === trueCase);
  return { samePlace: metres === 0, hit, shown: shown.length };
}

export function tally(outcomes: readonly Outcome[]): Tally {
  const share = (of: readonly Outcome[]) => wilson(of.filter(({ hit }) => hit).length, of.length);
  const shown = outcomes.reduce((sum, one) => sum + one.shown, 0);
  return {
    recall: share(outcomes),
    atSamePlace: share(outcomes.filter(({ samePlace }) => samePlace)),
    elsewhere: share(outcomes.filter(({ samePlace }) => !samePlace)),
    shownPerQuery: rounded(shown / outcomes.length),
  };
}

/** How often a report of the whole city is shown something, and how much. */
export function burden(
  queries: readonly Query[],
  rule: Rule,
): { shownPerReport: number; shownSomething: number } {
  const counts = queries.map((query) => rule(query).length);
  const sum = counts.reduce((total, count) => total + count, 0);
  return {
    shownPerReport: rounded(sum / counts.length),
    shownSomething: rounded(counts.filter((count) => count > 0).length / counts.length),
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
