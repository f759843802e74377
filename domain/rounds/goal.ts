import type { Instance } from './instance';

/** What a round comes to. */
export interface Outcome {
  /** Sum of the values served. */
  value: number;
  /** Seconds from the start of the shift until the crew is back; infinite where the round does not fit. */
  backAt: number;
  travelled: number;
}

/** Whether a round is better: more value (less the price of travel), then back earlier, then less travel. */
export function better({ travelPrice }: Instance, a: Outcome, b: Outcome): boolean {
  const gain = a.value - b.value - travelPrice * (a.travelled - b.travelled);
  if (gain !== 0) return gain > 0;
  if (a.backAt !== b.backAt) return a.backAt < b.backAt;
  return a.travelled < b.travelled;
}
