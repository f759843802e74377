import { type Stage, stages } from '../vocabulary';

/** The filter for what waits for this person's notice: each stage is for whom it warns. */
export function toSee(actions: readonly string[]): { seen: false; stage?: Stage } {
  const own = stages.filter((stage) => actions.includes(`acknowledge.${stage}`));
  return own.length === 1 ? { seen: false, stage: own[0] } : { seen: false };
}
