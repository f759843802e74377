import { percentile } from '../scripts/replay-city/lag';

/** Times of one kind of request, in milliseconds. */
export interface Timing {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  worst: number;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

export const timingOf = (times: readonly number[]): Timing => ({
  count: times.length,
  p50: rounded(percentile(times, 0.5)),
  p95: rounded(percentile(times, 0.95)),
  p99: rounded(percentile(times, 0.99)),
  worst: rounded(percentile(times, 1)),
});

export interface Loop {
  times: number[];
  seconds: number;
  perSecond: number;
}

/**
 * So many callers, each asking again as soon as it has its answer, until the time is over or so many
 * times are done. An error ends the measurement.
 */
export async function closedLoop(
  {
    concurrency,
    seconds,
    times: limit = Number.POSITIVE_INFINITY,
  }: { concurrency: number; seconds: number; times?: number },
  ask: (turn: number) => Promise<void>,
): Promise<Loop> {
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let turn = 0;
  const caller = async () => {
    while (performance.now() < end && turn < limit) {
      const asked = performance.now();
      await ask(turn++);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  const took = (performance.now() - begun) / 1000;
  return { times, seconds: rounded(took), perSecond: rounded(times.length / took) };
}

/** The codes of the categories that ask for nothing beside place and words: what is measured is the report alone. */
export async function plainCategories(baseUrl: string): Promise<string[]> {
  const answer = await fetch(`${baseUrl}/api/v1/categories`);
  const categories = (await answer.json()) as { code: string; attributes: { required: boolean }[] }[];
  return categories
    .filter(({ attributes }) => attributes.every(({ required }) => !required))
    .map(({ code }) => code);
}
