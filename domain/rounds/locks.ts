import type { Stop } from './types';

export interface Locks {
  /** Locked stops that lead the present order. */
  prefix: number[];
  /** The other locked stops: in the present order, then those that it does not name. */
  chain: number[];
}

/** The locked stops as nodes: `i + 1` stands for `stops[i]`. Ids that are no stop any more are passed over. */
export function locksOf(stops: readonly Stop[], current: readonly string[]): Locks {
  const nodes = new Map(stops.map(({ id }, index) => [id, index + 1]));
  const isLocked = (node: number) => stops[node - 1]!.locked === true;
  const placed = [...new Set(current)].flatMap((id) => nodes.get(id) ?? []);
  const unplaced = [...nodes.values()].filter((node) => !placed.includes(node));
  const firstFree = placed.findIndex((node) => !isLocked(node));
  const prefix = firstFree < 0 ? placed : placed.slice(0, firstFree);
  return { prefix, chain: [...placed.slice(prefix.length), ...unplaced].filter(isLocked) };
}

/**
 * Phase 0 is visited before phase 1: P1 stops before the others. Locks come first: a locked stop that is kept
 * before a locked P1 stop is of phase 0 as well.
 */
export function phasesOf(stops: readonly Stop[], { prefix, chain }: Locks): Uint8Array {
  const phase = Uint8Array.from([0, ...stops.map(({ band }) => (band === 'P1' ? 0 : 1))]);
  const lastP1 = chain.findLastIndex((node) => phase[node] === 0);
  for (const node of [...prefix, ...chain.slice(0, lastP1 + 1)]) phase[node] = 0;
  return phase;
}
