import { weights } from '../../domain/grouping/weights';
import { choose, decide } from './automatic';
import { alone, City } from './cases';
import { judge } from './judged';
import { report } from './testing';

const texts = [
  report('1', { openedAt: 0, text: 'Lamp 13 in the High Street is out' }),
  report('2', { openedAt: 1, metres: 3, text: 'Lamp 13 in the High Street is out again' }),
  report('3', { openedAt: 2, metres: 3, text: 'Lamp 14 in the High Street is out' }),
  report('4', { openedAt: 3, metres: 150, text: 'A bench is broken' }),
];
const city = new City(texts, alone, 200);
const queries = texts.map((text) => city.query(text));
const label = (earlierId: string, laterId: string, verdict: 'same' | 'different') => ({
  ...{ earlierId, laterId, verdict, standsFor: 1 },
});
const judged = judge(queries, [
  label('1', '2', 'same'),
  label('1', '3', 'different'),
  label('2', '3', 'different'),
]);

test('a report goes to its likeliest case, and what nobody has read has no verdict', () => {
  const decisions = decide(queries, judged, weights);
  expect(decisions.map(({ laterId, verdict }) => [laterId, verdict])).toEqual([
    ['2', 'same'],
    ['3', 'different'],
    ['4', null],
  ]);
  expect(decisions[0]!.score).toBeGreaterThan(decisions[1]!.score);
});

test('joining begins above what is different, suggesting no later', () => {
  const { join, suggest } = choose(queries, judged, weights);
  const [same, different] = decide(queries, judged, weights);
  expect(join).toBeGreaterThan(different!.score);
  expect(join).toBeCloseTo(same!.score, 2);
  expect(suggest).toBeLessThanOrEqual(join);
});

test('a label of a pair that nobody finds is a mistake', () => {
  expect(() => judge(queries, [label('4', '1', 'same')])).toThrow('fits no pair');
});
