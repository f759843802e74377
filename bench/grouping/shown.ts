import type { Thresholds } from '../../domain/grouping/weights';
import { City } from './cases';
import { foldOf, folds } from './folds';
import type { Judged } from './judged';
import { type Learned, type Lesson, learn } from './learn';
import { teach } from './lessons';
import type { Pair, Report } from './reports';
import { nearestFive, ours, type Rule, twelveWeeks } from './rules';
import { type Asked, type Outcome, outcomeOf, type Tally, tally } from './tally';
import { chooseShown, RIVALS } from './thresholds';

/** Metres: as far as the furthest peer looks. */
const REACH = 250;

/** The labelled pairs of a city, ready to be asked. */
export interface Town {
  city: City;
  lessons: Lesson[];
  /** Pairs of one category. */
  asked: Asked[];
  /** Pairs of two categories, which no peer can find. */
  askedAcross: Asked[];
}

export function townOf(reports: readonly Report[], pairs: readonly Pair[], caseOf: City['caseOf']): Town {
  const city = new City(reports, caseOf, REACH);
  const { lessons, cases } = teach(city, pairs);
  const those = (same: boolean) =>
    cases.filter(({ sameCategory }) => sameCategory === same).map(({ asked }) => asked);
  return { city, lessons, asked: those(true), askedAcross: those(false) };
}

/** What was learned without the pairs of a fold. */
export interface Fold {
  learned: Learned;
  /** Chosen without them, too. */
  inside: Pick<Thresholds, 'show' | 'rival'>;
}

/** What is learned for each fold from all the others. */
export function learnFolds({ lessons, asked }: Town, judged: readonly Judged[], usualWords: number): Fold[] {
  return folds.map((fold) => {
    const learned = learn(
      lessons.filter(({ right }) => ![...right].some((caseId) => foldOf(caseId) === fold)),
      judged,
      usualWords,
    );
    const others = asked.filter(({ trueCase }) => foldOf(trueCase) !== fold);
    return { learned, inside: chooseShown(others, learned, nearestFive) };
  });
}

/** Each question answered by what was learned without its case. */
const heldOut = (
  asked: readonly Asked[],
  ruleOf: (fold: Fold) => Rule,
  learned: readonly Fold[],
): Outcome[] => asked.map((one) => outcomeOf(one, ruleOf(learned[foldOf(one.trueCase)]!)));

export interface ShownFigures {
  ours: Tally;
  oursThresholdsInside: Tally;
  nearestFive: Tally;
  twelveWeeks: Tally;
  acrossCategories: Tally;
  byRival: Record<number, { hits: number; shownPerQuery: number }>;
}

/** Ours by cross-validation beside the peers' rules, over the same questions. */
export function compareRules(
  { asked, askedAcross }: Town,
  learned: readonly Fold[],
  { show, rival }: Thresholds,
): ShownFigures {
  const oursAt = (thresholds: { show: number; rival: number }, of = asked) =>
    tally(heldOut(of, (fold) => ours(fold.learned, thresholds), learned));
  const peer = (rule: Rule) => tally(asked.map((one) => outcomeOf(one, rule)));
  const byRival = RIVALS.map((times) => {
    const { recall, shownPerQuery } = oursAt({ show, rival: times });
    return [times, { hits: recall.count, shownPerQuery }];
  });
  return {
    ours: oursAt({ show, rival }),
    oursThresholdsInside: tally(heldOut(asked, (fold) => ours(fold.learned, fold.inside), learned)),
    nearestFive: peer(nearestFive),
    twelveWeeks: peer(twelveWeeks),
    acrossCategories: oursAt({ show, rival }, askedAcross),
    byRival: Object.fromEntries(byRival),
  };
}
