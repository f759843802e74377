import type { Weights } from '../../domain/grouping/weights';
import type { Query } from './cases';
import { foldOf, folds } from './folds';
import type { Judged } from './judged';
import { type Learned, type Lesson, learnWeights, USUAL_RADIUS } from './learn';
import type { Label } from './reports';
import { scoreIn } from './rules';
import { lowestWith, type Scored } from './thresholds';
import { type Share, wilson } from './wilson';

/** Joining by itself is refused where fewer of those joined are the same; asked of the lessons, so a little more. */
const JOIN_SHARE = 0.98;
/** Every second suggestion is worth the operator's look. */
const SUGGEST_SHARE = 0.5;
/** The labels were drawn from pairs of half a year: what nobody closed by then is another story. */
const HALF_A_YEAR_HOURS = 183 * 24;

/** What would be done with a report by itself: its likeliest case. */
export interface Decision {
  laterId: string;
  score: number;
  /** Null: nobody has read this pair. */
  verdict: Label['verdict'] | null;
}

export function decide(queries: readonly Query[], judged: readonly Judged[], weights: Weights): Decision[] {
  const said = new Map(judged.map((one) => [`${one.earlierId} ${one.laterId}`, one.verdict]));
  return queries.flatMap(({ report, candidates }) => {
    const scored = candidates
      .filter(({ openedHours }) => openedHours <= HALF_A_YEAR_HOURS)
      .map((one) => ({ id: one.caseId, score: scoreIn(one, weights, USUAL_RADIUS) }));
    if (scored.length === 0) return [];
    const best = scored.reduce((top, one) => (one.score > top.score ? one : top));
    const verdict = said.get(`${best.id} ${report.id}`) ?? null;
    return [{ laterId: report.id, score: best.score, verdict }];
  });
}

/** Only what somebody is sure of counts. */
const sure = <T extends { verdict: Label['verdict'] | null }>(all: readonly T[]): T[] =>
  all.filter(({ verdict }) => verdict === 'same' || verdict === 'different');

const pairsOf = (judged: readonly Judged[], weights: Weights): Scored[] =>
  sure(judged).map((one) => ({
    score: scoreIn(one.candidate, weights, USUAL_RADIUS),
    same: one.verdict === 'same',
    counts: one.standsFor,
  }));

export interface Chosen {
  join: number;
  suggest: number;
}

export function choose(queries: readonly Query[], judged: readonly Judged[], weights: Weights): Chosen {
  const decisions = sure(decide(queries, judged, weights)).map(({ score, verdict }) => ({
    ...{ score, same: verdict === 'same', counts: 1 },
  }));
  return {
    join: roundedUp(lowestWith(JOIN_SHARE, decisions)),
    suggest: roundedUp(lowestWith(SUGGEST_SHARE, pairsOf(judged, weights))),
  };
}

const roundedUp = (score: number) => Math.ceil(score * 1000) / 1000;

export interface AutomaticFigures {
  /** Of the joins that somebody is sure about. */
  precision: Share;
  joined: { same: number; different: number; unsure: number; unread: number };
  /** Of the reports of which an earlier one is known to be the same. */
  recall: Share;
  /** Of the pairs from SUGGEST on, each counting for those that it was drawn for. */
  suggested: { precision: number; recall: number; pairs: number };
}

/** Joins and suggestions of each fold by what was learned, and where the thresholds were set, without it. */
export function automatic(
  queries: readonly Query[],
  judged: readonly Judged[],
  lessons: readonly Lesson[],
  { weights: { spread, usualWords }, radii }: Learned,
  clusterOf: (id: string) => string,
): AutomaticFigures {
  const inFold = (id: string, fold: number) => foldOf(clusterOf(id)) === fold;
  const parts = folds.map((fold) => {
    const others = judged.filter(({ laterId }) => !inFold(laterId, fold));
    const { weights } = learnWeights(lessons, others, { spread, usualWords }, radii);
    const elsewhere = queries.filter(({ report }) => !inFold(report.id, fold));
    const { join, suggest } = choose(elsewhere, others, weights);
    const here = queries.filter(({ report }) => inFold(report.id, fold));
    const held = judged.filter(({ laterId }) => inFold(laterId, fold));
    return {
      joins: decide(here, judged, weights).filter(({ score }) => score >= join),
      pairs: pairsOf(held, weights).map((pair) => ({ ...pair, suggested: pair.score >= suggest })),
    };
  });
  return figuresOf(
    parts.flatMap(({ joins }) => joins),
    parts.flatMap(({ pairs }) => pairs),
    new Set(judged.filter(({ verdict }) => verdict === 'same').map(({ laterId }) => laterId)).size,
  );
}

function figuresOf(
  joins: readonly Decision[],
  pairs: readonly (Scored & { suggested: boolean })[],
  repeats: number,
): AutomaticFigures {
  const count = (verdict: Decision['verdict']) => joins.filter((one) => one.verdict === verdict).length;
  const weigh = (some: readonly Scored[]) => some.reduce((sum, { counts }) => sum + counts, 0);
  const same = count('same');
  const different = count('different');
  const suggested = pairs.filter((pair) => pair.suggested);
  const right = weigh(suggested.filter((pair) => pair.same));
  return {
    precision: wilson(same, same + different),
    joined: { same, different, unsure: count('unsure'), unread: count(null) },
    recall: wilson(same, repeats),
    suggested: {
      precision: rounded(right / weigh(suggested)),
      recall: rounded(right / weigh(pairs.filter((pair) => pair.same))),
      pairs: suggested.length,
    },
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
