import { type Danger, dangers } from '../vocabulary';
import { dangerStep } from './weights';

/** What one person declared, and how far they are believed (0 to 1). */
export interface Voice {
  danger: Danger;
  weight: number;
}

/** Until staff have said how dangerous it is, what people declared; afterwards their word alone. */
export type KnownDanger = { by: 'staff'; level: Danger } | { by: 'reporters'; voices: readonly Voice[] };

/**
 * Points for danger. Each step counts as much as it is probable that at least one of those who said so is right,
 * taken as independent witnesses (noisy-or: J. Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988).
 * So one more voice never takes points away, and many who say "nuisance" never make it dangerous.
 */
export function dangerPoints(known: KnownDanger): number {
  if (known.by === 'staff') return (known.level - 1) * dangerStep;
  const [, ...steps] = dangers;
  return steps.reduce<number>((sum, step) => sum + dangerStep * believed(known.voices, step), 0);
}

const believed = (voices: readonly Voice[], step: Danger): number =>
  1 -
  voices
    .filter(({ danger }) => danger >= step)
    // In one order, so that the same voices give the same number to the last digit.
    .map(({ weight }) => 1 - weight)
    .sort((a, b) => a - b)
    .reduce((product, doubt) => product * doubt, 1);
