import { expect, test } from 'vitest';
import { changeOf } from './change';

test('whether more is better depends on the figure', () => {
  expect(changeOf(12, 10, 'low')).toEqual({ direction: 'more', by: 2, better: false });
  expect(changeOf(12, 10, 'high')).toMatchObject({ better: true });
  expect(changeOf(8, 10, 'low')).toEqual({ direction: 'less', by: 2, better: true });
  expect(changeOf(8, 10, 'neither')).toMatchObject({ better: null });
});

test('what is read as the same is the same', () => {
  expect(changeOf(3.52, 3.49, 'high', 0.1)).toEqual({ direction: 'same', by: 0, better: null });
  expect(changeOf(0.1234, 0.1212, 'low', 0.001)?.by).toBeCloseTo(0.002);
});

test('nothing is compared with what is not known', () => {
  expect(changeOf(null, 3, 'low')).toBeNull();
  expect(changeOf(3, null, 'low')).toBeNull();
});
