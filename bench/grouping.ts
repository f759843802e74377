import { isDeepStrictEqual } from 'node:util';
import {
  thresholds as shippedThresholds,
  weights as shippedWeights,
  type Thresholds,
} from '../domain/grouping/weights';
import { type AutomaticFigures, automatic, choose } from './grouping/automatic';
import { alone, City, caseOf } from './grouping/cases';
import { judge } from './grouping/judged';
import { type Learned, learn } from './grouping/learn';
import { readOptions } from './grouping/options';
import { readCity, readLabels, readPairs, readTexts } from './grouping/reports';
import { nearestFive, ours, twelveWeeks } from './grouping/rules';
import { compareRules, learnFolds, type ShownFigures, type Town, townOf } from './grouping/shown';
import { burden, outcomeOf, tally } from './grouping/tally';
import { chooseShown } from './grouping/thresholds';
import { usualWordsOf } from './grouping/words';
import { writeWeights } from './grouping/write';

/** Metres; the pairs that were read lie no further apart. */
const READ_REACH = 200;

const TARGETS = { recall: 0.97, shownOfNearestFive: 0.5, joinPrecision: 0.97 };

/** Fits the score, and holds it by cross-validation against what staff and readers found and against the peers. */
export async function grouping(say: (line: string) => void, args: string[]): Promise<object> {
  const options = readOptions(args);
  const reports = readCity(options.reports);
  const pairs = readPairs(options.pairs, reports);
  const alike = pairs.filter(({ earlier, later }) => earlier.category === later.category);
  const written = readTexts(options.texts);
  const texts = new City(written, alone, READ_REACH);
  const queries = written.map((report) => texts.query(report));
  const judged = judge(queries, readLabels(options.labels));
  say(
    `${reports.length} reports with ${alike.length} pairs of one category; ${judged.length} pairs were read`,
  );

  const town = townOf(reports, pairs, caseOf(alike));
  const usualWords = usualWordsOf(judged);
  const learned = learn(town.lessons, judged, usualWords);
  const thresholds: Thresholds = {
    ...choose(queries, judged, learned.weights),
    ...chooseShown(town.asked, learned, nearestFive),
  };
  say(`fitted on everything: ${JSON.stringify({ ...learned, thresholds })}`);
  if (options.write) writeWeights(learned.weights, thresholds, new Date());

  const compare = (of: Town) => compareRules(of, learnFolds(of, judged, usualWords), thresholds);
  const shown = compare(town);
  say('cases by cross-validation: done');
  const joins = automatic(queries, judged, town.lessons, learned, clustersOf(judged));
  return {
    shown,
    shownEveryReportAlone: compare(townOf(reports, pairs, alone)),
    shownAsShipped: asShipped(town),
    shownToEveryReport: burdens(
      reports.map((report) => town.city.query(report)),
      learned,
      thresholds,
    ),
    joins,
    shippedIsFitted: isDeepStrictEqual([learned.weights, thresholds], [shippedWeights, shippedThresholds]),
    targets: TARGETS,
    reached: reached(shown, joins),
  };
}

/** The score as the product has it, every category with the usual radius: on other data than those of the fit, a test. */
const asShipped = ({ asked }: Town) => {
  const rule = ours({ weights: shippedWeights, radii: {} }, shippedThresholds);
  return tally(asked.map((one) => outcomeOf(one, rule)));
};

const burdens = (queries: Parameters<typeof burden>[0], learned: Learned, thresholds: Thresholds) => ({
  ours: burden(queries, ours(learned, thresholds)),
  nearestFive: burden(queries, nearestFive),
  twelveWeeks: burden(queries, twelveWeeks),
});

/** Reports that are one problem stay together when what was read is parted. */
const clustersOf = (judged: ReturnType<typeof judge>) =>
  caseOf(
    judged
      .filter(({ verdict }) => verdict === 'same')
      .map(({ earlierId, laterId }) => ({ earlier: { id: earlierId }, later: { id: laterId } })),
  );

const reached = (
  { ours: our, nearestFive: near, twelveWeeks: weeks }: ShownFigures,
  joins: AutomaticFigures,
) => ({
  recall: our.recall.share >= TARGETS.recall,
  asManyAsNearestFive: our.recall.count >= near.recall.count,
  halfOfNearestFive: our.shownPerQuery <= TARGETS.shownOfNearestFive * near.shownPerQuery,
  moreThanTwelveWeeks: our.recall.count > weeks.recall.count,
  joinPrecision: joins.precision.share >= TARGETS.joinPrecision,
});
