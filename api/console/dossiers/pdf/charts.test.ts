import type { Spell } from '../../../../domain/quality/spell';
import { intervalBar, scaleOf, survivalCurve } from './charts';
import { dayIn, figureIn } from './format';

const figure = (value: number, low: number, high: number) => ({
  ...{ value: String(value), low: String(low), high: String(high), count: 30, rank: 1 },
});

test('stars and shares have a scale of their own, amounts that of the longest bar', () => {
  expect(scaleOf('stars', [])).toEqual([1, 5]);
  expect(scaleOf('inTime', [figure(0.5, 0.4, 0.6)])).toEqual([0, 1]);
  expect(scaleOf('cost', [figure(90, 80, 120), null, figure(50, 40, 60)])).toEqual([0, 120]);
  expect(scaleOf('recurrences', [figure(0, 0, 0)])).toEqual([0, 1]);
});

/** Left end and width of the interval, and where the dot is. */
const drawn = (...args: Parameters<typeof intervalBar>) => {
  const { canvas } = intervalBar(...args) as { canvas: { x: number; w?: number }[] };
  return [canvas[1]!.x, canvas[1]!.w, canvas[2]!.x];
};

test('a bar goes from the low end to the high one, and never leaves its frame', () => {
  expect(drawn(figure(0.5, 0.2, 0.8), [0, 1])).toEqual([30, 90, 75]);
  expect(drawn(figure(1, 1, 1), [0, 1])).toEqual([150, 1, 150]);
  expect(drawn(figure(9, -3, 12), [0, 5])).toEqual([0, 150, 150]);
});

const points = (svg: string) =>
  /<polyline points="([^"]+)"/
    .exec(svg)![1]!
    .split(' ')
    .map((point) => point.split(',').map(Number));

test('a curve begins at all, goes down in stairs and ends where enough were watched', () => {
  const spells: Spell[] = [
    ...Array.from({ length: 20 }, () => ({ days: 100, recurred: false })),
    ...Array.from({ length: 5 }, (_, n) => ({ days: 10 * (n + 1), recurred: true })),
  ];
  const svg = survivalCurve(spells, 'giorni');
  const line = points(svg);
  expect([line[0], line.at(-1)]).toEqual([
    [30, 6],
    [242, 26],
  ]);
  for (const [index, [x, y]] of line.entries()) {
    const [before, above] = line[index - 1] ?? [0, 0];
    expect(x).toBeGreaterThanOrEqual(before!);
    expect(y).toBeGreaterThanOrEqual(above!);
  }
  expect(svg).toContain('>giorni</text>');
  expect(svg).toContain('>90</text>');
  expect(svg).not.toContain('NaN');
});

test('nobody watched and nothing come back draw no nonsense', () => {
  expect(survivalCurve([], 'days')).not.toMatch(/NaN|Infinity/);
  const held = Array.from({ length: 20 }, () => ({ days: 365, recurred: false }));
  expect(points(survivalCurve(held, 'days')).every(([, y]) => y === 6)).toBe(true);
});

test('figures and days are read in the language of the pages', () => {
  expect(figureIn('it', 'cost')('1234.500000')).toBe('1234,50');
  expect(figureIn('en', 'cost')('1234.500000')).toBe('1,234.50');
  expect(figureIn('it', 'holds90')('0.426000')).toBe('43%');
  expect(dayIn('it')('2025-12-31')).toBe('31 dicembre 2025');
  expect(dayIn('en')('2025-12-31')).toBe('31 December 2025');
});
