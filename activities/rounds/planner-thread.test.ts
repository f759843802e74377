import { DomainError } from '../../domain/errors';
import { planRound } from '../../domain/rounds/plan';
import { createRandom } from '../../domain/rounds/random';
import { randomProblem } from '../../domain/rounds/testing/problems';
import { planInThread } from './planner-thread';

const shape = { p1: 0.1, windows: 0.2, locked: 0, skilled: 0.1, breaks: 1, jagged: false };
const { problem } = randomProblem(createRandom(7), { ...shape, stops: 60 });
const endless = Number.MAX_SAFE_INTEGER;

test('the thread makes the plan that the function makes', async () => {
  const options = { seed: 3, iterations: 500 };
  expect(await planInThread(problem, { ...options, budgetMs: 60_000 })).toEqual(planRound(problem, options));
});

test('the process answers while a round is planned, and the plan is there when its time is over', async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 10);
  const begun = performance.now();
  const plan = await planInThread(problem, { seed: 1, iterations: endless, budgetMs: 1500 });
  clearInterval(timer);
  expect(plan.stops.length).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeGreaterThan(1400);
  // Planned in this thread there would be one or none.
  expect(ticks).toBeGreaterThan(20);
});

test('whoever gives up ends the thread at once', async () => {
  const reason = new Error('left the page');
  const leaving = new AbortController();
  const begun = performance.now();
  setTimeout(() => leaving.abort(reason), 200);
  const options = { seed: 1, iterations: endless, budgetMs: 60_000, signal: leaving.signal };
  await expect(planInThread(problem, options)).rejects.toBe(reason);
  expect(performance.now() - begun).toBeLessThan(20_000);
  await expect(planInThread(problem, options)).rejects.toBe(reason);
});

test('what cannot be planned is refused before a thread begins', async () => {
  const wrong = { ...problem, travel: [] };
  await expect(planInThread(wrong, { seed: 1 })).rejects.toEqual(
    new DomainError('invalid-input', { travel: 'format' }),
  );
});

test('an error of the planner is the error of the promise', async () => {
  const broken = { ...problem, skills: null as unknown as string[] };
  await expect(planInThread(broken, { seed: 1 })).rejects.toThrow('Cannot read properties of null');
});
