import type { Weights } from '../../domain/grouping/weights';
import { alone, City, caseOf } from './cases';
import { nearestFive, ours, twelveWeeks } from './rules';
import { burden, outcomeOf, tally } from './tally';
import { report } from './testing';

const WEEK = 7 * 24;
const now = 20 * WEEK;
const asking = report('z', { openedAt: now });
const around = [
  report('near', { metres: 10, openedAt: now - 1 }),
  report('old', { metres: 20, openedAt: now - 13 * WEEK }),
  report('closed', { metres: 30, openedAt: now - 2, closedAt: now - 1 }),
  report('lamp', { metres: 5, openedAt: now - 1, category: 'Lamp', group: 'Lights' }),
  report('far', { metres: 240, openedAt: now - 1 }),
  report('too-far', { metres: 260, openedAt: now - 1 }),
  report('later', { metres: 1, openedAt: now + 1 }),
];
const ids = (found: { caseId: string }[]) => found.map(({ caseId }) => caseId).sort();
const asked = (caseIdOf = alone, reports = around) =>
  new City([...reports, asking], caseIdOf, 300).query(asking);

test('the five nearest are open, of the category and within 250 m', () => {
  expect(ids(nearestFive(asked()))).toEqual(['far', 'near', 'old']);
  const many = [1, 2, 3, 4, 5, 6].map((metres) => report(`p${metres}`, { metres }));
  expect(ids(nearestFive(asked(alone, many)))).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
});

test('at the same distance the newer one is nearer', () => {
  const six = [1, 2, 3, 4, 5, 6].map((hour) => report(`p${hour}`, { openedAt: hour }));
  expect(ids(nearestFive(asked(alone, six)))).toEqual(['p2', 'p3', 'p4', 'p5', 'p6']);
});

test('twelve weeks are of the category, within 50 m, open or closed', () => {
  expect(ids(twelveWeeks(asked()))).toEqual(['closed', 'near']);
});

const flat: Weights = {
  ...{ constant: 0, spread: 0.2, distance: 1, age: 0, closed: 1, closedAge: 0 },
  ...{ kinship: { same: 0, group: 2, other: 2 }, words: 0, usualWords: 0.1 },
  numbers: { shared: 0, different: 0 },
};

test('ours are of any category, open or closed, within the reach of the category, by score', () => {
  const rule = (radii: Record<string, number>, rival: number) =>
    ids(ours({ weights: flat, radii }, { show: 0, rival })(asked()));
  expect(rule({}, 1e9)).toEqual(['closed', 'lamp', 'near', 'old']);
  expect(rule({ Pothole: 250 }, 1e9)).toEqual(['closed', 'far', 'lamp', 'near', 'old']);
  expect(rule({}, 2)).toEqual(['near', 'old']);
});

test('reports that are one problem are one case: where the first is, as new as the newest, open while one is', () => {
  const [near, old, closed] = around as [(typeof around)[0], (typeof around)[0], (typeof around)[0]];
  const pairs = [
    { earlier: old, later: closed },
    { earlier: closed, later: near },
  ];
  const query = asked(caseOf(pairs));
  const one = query.candidates.find(({ caseId }) => caseId === caseOf(pairs)('near'))!;
  expect(one.likeness).toMatchObject({ hours: 1, closedHours: null, kinship: 'same' });
  expect(one.likeness.metres).toBeCloseTo(20);
  expect(query.candidates).toHaveLength(4);
});

test('counts who was found, at the same place and elsewhere, and what was shown', () => {
  const query = asked();
  const questions = [
    { query, trueCase: 'near', metres: 10 },
    { query, trueCase: 'too-far', metres: 260 },
    { query, trueCase: 'old', metres: 0 },
  ];
  expect(tally(questions.map((one) => outcomeOf(one, nearestFive)))).toMatchObject({
    recall: { count: 2, of: 3 },
    atSamePlace: { count: 1, of: 1 },
    elsewhere: { count: 1, of: 2 },
    shownPerQuery: 3,
  });
  const nothing = { report: asking, candidates: [] };
  expect(burden([query, nothing], nearestFive)).toEqual({ shownPerReport: 1.5, shownSomething: 0.5 });
});
