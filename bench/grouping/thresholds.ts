import type { Thresholds } from '../../domain/grouping/weights';
import type { Learned } from './learn';
import { ours, type Rule } from './rules';
import { type Asked, outcomeOf } from './tally';

type ShownBy = Pick<Thresholds, 'show' | 'rival'>;

const SHOWS = [0.01, 0.02, 0.03, 0.05];
export const RIVALS = [2, 3, 4, 5, 10];

/**
 * What is shown: of all thresholds with which at least as many true cases are found as by the peer's rule, those
 * that show the fewest; those that find the most, when none find as many.
 */
export function chooseShown(asked: readonly Asked[], learned: Learned, peer: Rule): ShownBy {
  const goal = count(asked, peer).hits;
  const tried = SHOWS.flatMap((show) =>
    RIVALS.map((rival) => ({ show, rival, ...count(asked, ours(learned, { show, rival })) })),
  );
  const most = Math.max(...tried.map(({ hits }) => hits));
  const eligible = tried.filter(({ hits }) => hits >= Math.min(goal, most));
  const { show, rival } = eligible.reduce((best, one) => (one.shown < best.shown ? one : best));
  return { show, rival };
}

function count(asked: readonly Asked[], rule: Rule): { hits: number; shown: number } {
  const outcomes = asked.map((one) => outcomeOf(one, rule));
  return {
    hits: outcomes.filter(({ hit }) => hit).length,
    shown: outcomes.reduce((sum, one) => sum + one.shown, 0),
  };
}

/** Something that was said of a pair, and for how many pairs it counts. */
export interface Scored {
  score: number;
  same: boolean;
  counts: number;
}

/** The lowest score from which on so large a share is the same; above everything when none is. */
export function lowestWith(share: number, scored: readonly Scored[]): number {
  let same = 0;
  let all = 0;
  let lowest = 1;
  for (const one of [...scored].sort((a, b) => b.score - a.score)) {
    all += one.counts;
    if (one.same) same += one.counts;
    if (same / all >= share) lowest = one.score;
  }
  return lowest;
}
