import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createRandom } from '../../domain/rounds/random';
import { streetTravel } from '../../domain/rounds/travel';
import type { Place, RoundProblem, Stop } from '../../domain/rounds/types';

/** What a day is like: its hours, the minutes of work at a stop, how many stops have a window of two hours. */
export interface Day {
  name: string;
  hours: number;
  minutes: readonly [least: number, most: number];
  windows: number;
}

export const days: readonly Day[] = [
  { name: 'long jobs', hours: 8, minutes: [10, 60], windows: 0 },
  { name: 'ordinary jobs', hours: 8, minutes: [5, 20], windows: 0 },
  { name: 'ordinary jobs, windows', hours: 8, minutes: [5, 20], windows: 0.4 },
  { name: 'short jobs', hours: 8, minutes: [1, 5], windows: 0 },
  { name: 'all fit', hours: 16, minutes: [1, 5], windows: 0 },
  { name: 'short jobs, windows', hours: 6, minutes: [1, 5], windows: 0.4 },
];

const START = 1_700_000_000;
const WINDOW_SECONDS = 7200;
const HALF_HOUR = 1800;

/**
 * A round to plan: depot and stops at house numbers of the demonstration municipality, priorities from 1 to 100,
 * travel by `streetTravel`. Neither locks nor breaks nor P1 stops, which PyVRP does not know in our sense.
 */
export async function cityRound(
  seed: number,
  { hours, minutes, windows }: Day,
  count: number,
): Promise<RoundProblem> {
  const random = createRandom(seed);
  const all = houseNumbers();
  const places = Array.from({ length: count + 1 }, () => all[random.below(all.length)]!);
  const [least, most] = minutes;
  const stops: Stop[] = places.slice(1).map((_, index) => {
    const opens = START + HALF_HOUR * random.below(hours * 2 - 2);
    return {
      id: `stop-${index}`,
      band: 'P2',
      priority: 1 + random.below(100),
      serviceSeconds: 60 * (least + random.below(most - least + 1)),
      skills: [],
      window: random.next() < windows ? { from: opens, to: opens + WINDOW_SECONDS } : null,
    };
  });
  const shift = { from: START, to: START + 3600 * hours };
  return { stops, travel: await streetTravel().matrix(places), shift, breaks: [], skills: [] };
}

function houseNumbers(): Place[] {
  const file = path.join('db', 'seed', 'alessandria', 'house-numbers.csv.gz');
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => {
    const [latitude, longitude] = line.split(',').slice(-2).map(Number);
    return [longitude!, latitude!];
  });
}
