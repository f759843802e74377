import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop, timingOf } from './measure';

test('the percentiles are values that were measured', () => {
  const times = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(timingOf(times)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, worst: 100 });
  expect(timingOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, worst: 0 });
});

test('keeps so many callers busy and counts every answer', async () => {
  let flying = 0;
  let most = 0;
  const loop = await closedLoop({ concurrency: 4, seconds: 10, times: 40 }, async () => {
    flying += 1;
    most = Math.max(most, flying);
    await sleep(5);
    flying -= 1;
  });
  expect(most).toBe(4);
  expect(loop.times).toHaveLength(40);
  expect(loop.perSecond).toBeGreaterThan(100);
});

test('ends when its time is over', async () => {
  const loop = await closedLoop({ concurrency: 1, seconds: 0.1 }, () => sleep(20));
  expect(loop.times.length).toBeLessThanOrEqual(6);
  expect(loop.seconds).toBeLessThan(1);
});

test('an error ends the measurement', async () => {
  const loop = closedLoop({ concurrency: 1, seconds: 1 }, () => Promise.reject(new Error('refused')));
  await expect(loop).rejects.toThrow('refused');
});
