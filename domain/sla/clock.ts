import type { ClockKind, Stage } from '../vocabulary';
import type { PolicyKey } from './policy';

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
 * One SLA clock of one cycle of a case. A stage is identified by case, clock, cycle, turn and stage and
 * fires once. `planning` waits for the activity's answer, whether for the first time or again, also after
 * it has stopped; an old plan stays readable meanwhile. `off`: the policy has no target.
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
  /** Whose policy and calendar plan it. Rerouting leaves it, so the citizen's deadline stays. */
  policy: PolicyKey;
  /** The earliest repair deadline of the cases merged into this one: no plan goes beyond it. */
  cap: Cap | null;
  /** A changed policy ended its pause: what is past by its next plan is so by that change. */
  cut?: boolean;
  fired: FiredStage[];
}

/** A deadline taken over from another case, and since when: only pauses after that move it. */
export interface Cap {
  at: number;
  since: number;
}

export interface FiredStage {
  stage: Stage;
  at: number;
  /** `policy-change`: past only because the policy changed; outside the department's figures. */
  cause: 'time' | 'policy-change';
}
