import { expect, test } from 'vitest';
import { drawn, size, vitalFew, yOf } from './pareto';
import type { Causes } from './types';

const bars: Causes['bars'] = [
  { name: 'load', count: 6, share: 0.6, cumulative: 0.6 },
  { name: 'materials', count: 2, share: 0.2, cumulative: 0.8 },
  { name: 'weather', count: 2, share: 0.2, cumulative: 1 },
];

test('bars stand on the ground beside one another, and the line ends at the top', () => {
  const [first, second, third] = drawn(bars);
  expect(first!.y + first!.height).toBeCloseTo(yOf(0));
  expect(first!.height / second!.height).toBeCloseTo(3);
  expect(first!.x + first!.width).toBeLessThan(second!.x);
  expect(third!.lineY).toBe(size.top);
  expect(third!.x + third!.width).toBeLessThan(size.width - size.right);
});

test('the few that most of it comes from', () => {
  expect(vitalFew(bars).map(({ name }) => name)).toEqual(['load', 'materials']);
  expect(vitalFew(bars.slice(0, 1).map((bar) => ({ ...bar, cumulative: 1 })))).toHaveLength(1);
  expect(vitalFew([])).toEqual([]);
});
