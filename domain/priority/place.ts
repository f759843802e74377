import type { ExposureKind } from '../vocabulary';
import { reach } from './weights';

/** A place of the municipality's layer and how far from it the problem is. */
export interface Nearby {
  kind: ExposureKind;
  name: string;
  metres: number;
}

/** How much of a place's exposure reaches the problem: 1 at the place, 0 at its reach and beyond. */
export const exposureTo = ({ kind, metres }: Pick<Nearby, 'kind' | 'metres'>): number =>
  Math.max(0, 1 - metres / reach[kind]);

/** The place that exposes the problem most; null where none reaches it. Equals are decided by name. */
export function mostExposing(places: readonly Nearby[]): Nearby | null {
  const [best = null] = places
    .filter((place) => exposureTo(place) > 0)
    .sort((a, b) => exposureTo(b) - exposureTo(a) || (a.name < b.name ? -1 : 1));
  return best;
}
