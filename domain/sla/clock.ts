import type { ClockKind, Stage } from '../vocabulary';

/** From and to in epoch milliseconds; `to` is null while the pause lasts. */
export interface Interval {
  from: number;
  to: number | null;
}

/** When the stages of a clock fire, in epoch milliseconds. Computed by an activity, only compared here. */
export interface ClockPlan {
  remindAt: number | null;
  dueAt: number;
  escalateAt: number | null;
}

/**
 * One SLA clock of one cycle of a case. A stage is identified by case, clock, cycle and stage and
 * fires once. `plan` is null until the activity has answered, or for good where the policy has no target.
 */
export interface Clock {
  kind: ClockKind;
  cycle: number;
  /** The nth clock of this kind in the cycle, from 1: a rerouted case is accepted twice. */
  turn: number;
  status: 'planning' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled' | 'off';
  startedAt: number;
  stoppedAt: number | null;
  pauses: Interval[];
  plan: ClockPlan | null;
  /** `import`: the deadline came with an audited import and no policy may move it. */
  source: 'policy' | 'import';
  fired: FiredStage[];
}

export interface FiredStage {
  stage: Stage;
  at: number;
  /** `policy-change`: past only because the policy changed; outside the department's figures. */
  cause: 'time' | 'policy-change';
}
