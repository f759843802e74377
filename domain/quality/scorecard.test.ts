import type { RepairOutcome } from './outcome';
import { FEWEST_RATED, FEWEST_REPAIRS, figureNames, rankCards, scorecardOf } from './scorecard';
import { outcome, outcomes } from './testing';
import { usualOf } from './usual';

/** A card of which there are enough repairs. */
function cardOf(own: RepairOutcome[], all = own) {
  const card = scorecardOf(own, usualOf(all));
  if (card.verdict !== 'enough') throw new Error('There are too few.');
  return card;
}

const back = (days: number) => ({ spell: { days, recurred: true } });
const rated = (...stars: number[]) => ({ stars });

test('of one repair less than the fewest nothing is said, however well they were rated', () => {
  const few = outcomes(FEWEST_REPAIRS - 1, rated(5));
  const counts = { repairs: FEWEST_REPAIRS - 1, rated: FEWEST_REPAIRS - 1 };
  expect(scorecardOf(few, usualOf(few))).toEqual({ ...counts, verdict: 'not-enough-data' });
  expect(scorecardOf([], usualOf([]))).toEqual({ repairs: 0, rated: 0, verdict: 'not-enough-data' });
});

test('every figure rests on what is known of it', () => {
  const own = [
    ...outcomes(16, rated(4, 5)),
    ...outcomes(4, { ...back(30), inTime: false, hours: 300, cost: 500 }),
  ];
  const { figures, medianDays, ...counts } = cardOf(own);
  expect(counts).toEqual({ verdict: 'enough', repairs: 20, rated: 16 });
  expect(figures.stars?.count).toBe(16);
  expect(figures.holds90?.value).toBeCloseTo(0.8, 12);
  expect(figures.holds365?.value).toBeCloseTo(0.8, 12);
  // Sixteen years and four times thirty days.
  expect(figures.recurrences?.value).toBeCloseTo(4 / (16 + 120 / 365.25), 12);
  expect(figures.againstUsual?.value).toBeCloseTo(1, 12);
  expect(figures.inTime).toMatchObject({ value: 16.5 / 21, count: 20 });
  expect(figures.hours).toMatchObject({ value: 48, low: 48, high: 48 });
  expect(figures.cost?.value).toBe(180);
  expect(medianDays).toEqual({ value: null, low: null, high: null });
});

test('a figure that too few speak for is missing, the others are not', () => {
  const own = [
    ...outcomes(FEWEST_RATED - 1, rated(5)),
    ...outcomes(20, { inTime: null, spell: { days: 10, recurred: false } }),
  ];
  const { figures } = cardOf(own);
  const missing = figureNames.filter((name) => figures[name] === null);
  expect(missing).toEqual(['stars', 'holds90', 'holds365', 'againstUsual', 'inTime']);
});

test('work that nobody has watched yet has no rate of recurrence', () => {
  expect(cardOf(outcomes(20, { spell: { days: 0, recurred: false } })).figures.recurrences).toBeNull();
});

test('five stars of few are drawn to what is usual more than five stars of many', () => {
  const others = outcomes(200, rated(3));
  const [few, many] = [10, 200].map((count) => {
    const own = [...outcomes(count, rated(5)), ...outcomes(20)];
    return cardOf(own, [...own, ...others]).figures.stars!.value;
  });
  expect(few).toBeGreaterThan(3);
  expect(many).toBeGreaterThan(few!);
  expect(many).toBeLessThan(5);
});

test('ranks are given among those with enough data, and are shared where nobody can tell', () => {
  const good = outcomes(200, rated(5));
  const alike = [...outcomes(40, rated(5)), outcome(rated(4))];
  const bad = [...outcomes(100, { ...rated(1), ...back(20) }), ...outcomes(20)];
  const few = outcomes(5, rated(5));
  const all = [good, alike, bad, few].flat();
  const ranks = rankCards([good, alike, bad, few].map((own) => scorecardOf(own, usualOf(all))));
  expect(ranks.map(({ stars }) => stars)).toEqual([1, 1, 3, null]);
  expect(ranks.map(({ holds90 }) => holds90)).toEqual([1, 1, 3, null]);
  expect(ranks.map(({ recurrences }) => recurrences)).toEqual([1, 1, 3, null]);
  expect(ranks.map(({ cost }) => cost)).toEqual([1, 1, 1, null]);
});
