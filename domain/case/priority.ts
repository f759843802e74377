import type { Danger, Emergency, Stage } from '../vocabulary';

export interface PriorityInput {
  danger: Danger;
  emergency: Emergency;
  members: number;
  /** The furthest stage that a clock of the department has reached in this cycle. */
  stage: Stage | null;
}

const byDanger: Record<Danger, number> = { 1: 10, 2: 25, 3: 45, 4: 65 };
const byStage: Record<Stage, number> = { reminder: 5, breach: 12, management: 20 };
/** Nothing but an emergency reaches 100. */
const HIGHEST_WITHOUT_EMERGENCY = 99;

/** What comes first, from 0 to 100: emergencies, then danger, then lateness, then how many people ask. */
export function priorityOf({ danger, emergency, members, stage }: PriorityInput): number {
  if (emergency !== 'none') return 100;
  const many = Math.min(14, Math.round(3 * Math.log2(Math.max(1, members))));
  const late = stage ? byStage[stage] : 0;
  return Math.min(HIGHEST_WITHOUT_EMERGENCY, byDanger[danger] + late + many);
}
