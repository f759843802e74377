import { pauseAfter } from './schedule';

const hour = 3_600_000;

test('it is tried ten times in about three days, and then given up', () => {
  const all = Array.from({ length: 9 }, (_, index) => pauseAfter(index + 1, null, 0)!);
  expect(all.reduce((sum, pause) => sum + pause, 0)).toBe((75 * 60 + 35) * 60_000 + 5000);
  expect(pauseAfter(10, null, 0)).toBeNull();
});

test('the later of the plan and the receiver’s wish counts, within a day', () => {
  expect(pauseAfter(1, 60_000, 0)).toBe(60_000);
  expect(pauseAfter(4, 60_000, 0)).toBe(2 * hour);
  expect(pauseAfter(1, 1000 * hour, 0)).toBe(24 * hour);
});

test('chance adds at most a tenth', () => {
  expect(pauseAfter(2, null, 0.999)).toBeLessThanOrEqual(330_000);
  expect(pauseAfter(2, null, 0.5)).toBe(315_000);
});
