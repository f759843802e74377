import type { Random } from '../random';
import type { Band, Break, Place, RoundProblem, Stop } from '../types';

export interface Shape {
  stops: number;
  /** Shares of the stops. */
  p1: number;
  windows: number;
  locked: number;
  skilled: number;
  breaks: number;
  /** Travel that depends on the direction and has nothing to do with distance. */
  jagged: boolean;
}

/** A problem of this shape with shift, places, services and all else by chance, and a present order of its stops. */
export function randomProblem(random: Random, shape: Shape): { problem: RoundProblem; current: string[] } {
  const from = 1_800_000_000;
  const hours = 2 + random.below(7);
  const to = from + 3600 * hours;
  const chance = (share: number) => random.next() < share;
  const places: Place[] = Array.from({ length: shape.stops + 1 }, () => [
    random.next() * 3000,
    random.next() * 3000,
  ]);
  const seconds = (a: Place, b: Place) =>
    shape.jagged ? random.below(2500) : Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]));
  const stops = places.slice(1).map((_, index): Stop => {
    const opens = from + random.below(to - from);
    return {
      id: `stop-${index}`,
      band: chance(shape.p1) ? 'P1' : (['P2', 'P3', 'P4'] as Band[])[random.below(3)]!,
      priority: random.below(101),
      serviceSeconds: 300 * (1 + random.below(12)),
      skills: chance(shape.skilled) ? [['road', 'light', 'green'][random.below(3)]!] : [],
      window: chance(shape.windows) ? { from: opens, to: opens + 1800 * (1 + random.below(6)) } : null,
      locked: chance(shape.locked),
    };
  });
  const breaks = Array.from({ length: shape.breaks }, (_, index): Break => {
    const earliest = from + Math.round((to - from) * (0.2 + 0.3 * index));
    return { earliest, latest: earliest + 600 * (1 + random.below(8)), seconds: 600 * (1 + random.below(2)) };
  });
  const current = stops.map(({ id }) => id).sort(() => random.next() - 0.5);
  const travel = places.map((a, i) => places.map((b, j) => (i === j ? 0 : seconds(a, b))));
  return { problem: { stops, travel, shift: { from, to }, breaks, skills: ['road', 'light'] }, current };
}
