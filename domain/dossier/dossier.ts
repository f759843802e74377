import { type Compared, compareGroups, type GroupedOutcome } from '../quality/compare';
import { CONFIDENCE, type Estimate } from '../quality/estimate';
import {
  FEWEST_RATED,
  FEWEST_REPAIRS,
  type FigureName,
  figureNames,
  type Ranks,
  rankCards,
} from '../quality/scorecard';

/** Grows when the same repairs would give other figures: an older dossier then says so instead of disagreeing unexplained. */
export const METHOD = 1;

/** What a dossier is about. Local days `YYYY-MM-DD`, the last ones included; empty lists mean all. */
export interface Selection {
  supplierIds: readonly string[];
  categoryIds: readonly string[];
  from: string;
  to: string;
  /** How long the repairs are watched. */
  until: string;
  /** The department whose cases count; null for all. */
  departmentId: string | null;
}

export interface Named {
  id: string;
  it: string;
  en: string;
}

/** A repair as the registry has it: no person, and no words that anybody typed. */
export interface Repaired {
  id: string;
  number: string;
  supplier: Named;
  category: Named;
  /** Of the catalogue. */
  materials: readonly Named[];
  openedOn: string;
  repairedOn: string;
}

/** What came of a repair; grouped by supplier. */
export interface DossierOutcome extends GroupedOutcome {
  repairId: string;
}

/** A number with a fixed count of decimals, so that it has one spelling. */
export type Fixed = string;

export interface DossierFigure {
  value: Fixed;
  low: Fixed;
  high: Fixed;
  count: number;
  rank: number | null;
}

/** `figures` is null for a supplier of whom there are too few repairs. */
export interface DossierCard {
  supplier: Named;
  repairs: number;
  rated: number;
  figures: Record<FigureName, DossierFigure | null> | null;
  medianDays: Record<'value' | 'low' | 'high', Fixed | null> | null;
}

export interface DossierCase extends Repaired {
  /** Euro. */
  cost: Fixed;
  hours: Fixed;
  inTime: boolean | null;
  stars: readonly number[];
  /** How long it was watched, and whether the problem was back by then. */
  days: Fixed;
  recurred: boolean;
}

/** How much there is: what says roughly how two computations of the same selection differ. */
export interface Counts {
  suppliers: number;
  repairs: number;
  rated: number;
  recurred: number;
}

/** Everything that the hash of a dossier vouches for. */
export interface DossierData {
  method: { version: number; confidence: number; fewestRepairs: number; fewestRated: number };
  selection: Selection;
  /** All repairs of the period and categories, whoever did them: what is usual is computed from them. */
  compared: { repairs: number; recurred: number };
  counts: Counts;
  suppliers: DossierCard[];
  cases: DossierCase[];
}

const fixed = (value: number, decimals = 6): Fixed => value.toFixed(decimals);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (ids: readonly string[]) => [...new Set(ids)].sort(byText);
const backAmong = (outcomes: readonly GroupedOutcome[]) =>
  outcomes.filter(({ spell }) => spell.recurred).length;

/**
 * The data of a dossier: the same for the same inputs in whatever order they come.
 * @param outcomes of all repairs of the period and categories, grouped by supplier
 * @param repairs those of the selected suppliers
 */
export function dossierOf(
  selection: Selection,
  outcomes: readonly DossierOutcome[],
  repairs: readonly Repaired[],
): DossierData {
  const inOrder = [...outcomes].sort((a, b) => byText(a.repairId, b.repairId));
  const chosen = new Set(selection.supplierIds);
  const cards = compareGroups(inOrder)
    .filter(({ id }) => chosen.size === 0 || chosen.has(id))
    // By name, so that their order says nothing.
    .sort((a, b) => byText(a.nameIt, b.nameIt) || byText(a.id, b.id));
  // Ranks are among those that the dossier is about.
  const ranks = rankCards(cards);
  const outcomeOf = new Map(inOrder.map((one) => [one.repairId, one]));
  const cases = repairs
    .flatMap((repair) => {
      const outcome = outcomeOf.get(repair.id);
      return outcome ? [caseOf(repair, outcome)] : [];
    })
    .sort((a, b) => byText(a.repairedOn, b.repairedOn) || byText(a.number, b.number) || byText(a.id, b.id));
  return {
    method: {
      ...{ version: METHOD, confidence: CONFIDENCE },
      ...{ fewestRepairs: FEWEST_REPAIRS, fewestRated: FEWEST_RATED },
    },
    selection: {
      ...selection,
      ...{ supplierIds: sorted(selection.supplierIds), categoryIds: sorted(selection.categoryIds) },
    },
    compared: { repairs: inOrder.length, recurred: backAmong(inOrder) },
    counts: {
      ...{ suppliers: cards.length, repairs: cases.length },
      rated: cases.filter(({ stars }) => stars.length > 0).length,
      recurred: cases.filter(({ recurred }) => recurred).length,
    },
    suppliers: cards.map((card, index) => cardOf(card, ranks[index]!)),
    cases,
  };
}

function cardOf(card: Compared, ranks: Ranks): DossierCard {
  const { id, nameIt: it, nameEn: en, repairs, rated } = card;
  const counts = { supplier: { id, it, en }, repairs, rated };
  if (card.verdict !== 'enough') return { ...counts, figures: null, medianDays: null };
  const figure = (name: FigureName) => card.figures[name] && figureOf(card.figures[name], ranks[name]);
  const { value, low, high } = card.medianDays;
  const day = (days: number | null) => (days === null ? null : fixed(days));
  return {
    ...counts,
    figures: Object.fromEntries(figureNames.map((name) => [name, figure(name)])) as DossierCard['figures'],
    medianDays: { value: day(value), low: day(low), high: day(high) },
  };
}

const figureOf = ({ value, low, high, count }: Estimate, rank: number | null): DossierFigure => ({
  ...{ value: fixed(value), low: fixed(low), high: fixed(high), count, rank },
});

const caseOf = (repair: Repaired, { cost, hours, inTime, stars, spell }: DossierOutcome): DossierCase => ({
  ...repair,
  materials: [...repair.materials].sort((a, b) => byText(a.id, b.id)),
  ...{ cost: fixed(cost, 2), hours: fixed(hours, 2), inTime, stars: [...stars].sort() },
  ...{ days: fixed(spell.days, 3), recurred: spell.recurred },
});
