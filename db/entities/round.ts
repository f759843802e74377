import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Errand } from '../../domain/round/errands';
import type { RoundState, RoundStatus, StopStatus, StopTask } from '../../domain/round/state';
import type { StopReason } from '../../domain/vocabulary';
import type { Point } from './geometry';

/** A pause of the crew that begins within `earliest` and `latest`; ISO instants. */
export interface RoundBreak {
  earliest: string;
  latest: string;
  minutes: number;
}

/** A case that did not get into the plan, and why; `by-hand`: somebody took it out. */
export interface LeftOut {
  caseId: string;
  why: 'skill' | 'too-long' | 'window' | 'no-time' | 'by-hand';
}

/** What the plan says beside the stops' times; ISO instants. */
export interface PlanSummary {
  backAt: string;
  travelSeconds: number;
  breaks: { startAt: string; endAt: string }[];
  /** What the given order breaks: whose, or the whole round's. */
  conflicts: { caseId: string | null; why: 'window' | 'skill' | 'shift' | 'break' }[];
}

/**
 * A crew's ordered stops for a shift. As a draft the coordinator's; once dispatched the projection of its workflow,
 * `snapshot` being the whole of it, with what the cases have still to be told, from which it is restarted.
 */
@Entity('round')
@Check('round_shift', 'shift_to > shift_from')
@Index('round_of_day', ['shiftFrom', 'departmentId'])
export class Round {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') departmentId!: string;
  @Index('round_running', { where: "status = 'dispatched'" })
  @Column('uuid')
  crewId!: string;
  @Column('timestamptz') shiftFrom!: Date;
  @Column('timestamptz') shiftTo!: Date;
  @Column('jsonb', { default: [] }) breaks!: RoundBreak[];
  /** Where the crew starts and returns to. */
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 }) depot!: Point;
  /** The same cases and seed are planned alike. */
  @Column('int') seed!: number;
  @Column('text', { default: 'draft' }) status!: RoundStatus;
  @Column('jsonb', { default: [] }) leftOut!: LeftOut[];
  @Column('jsonb', { nullable: true }) plan!: PlanSummary | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { nullable: true }) plannedAt!: Date | null;
  @Column('uuid', { nullable: true }) plannedBy!: string | null;
  @Index('round_unstarted', { where: "status = 'dispatched' AND started_at IS NULL" })
  @Column('timestamptz', { nullable: true })
  dispatchedAt!: Date | null;
  @Column('uuid', { nullable: true }) dispatchedBy!: string | null;
  /** Set once the workflow was started; the sweeper starts what is dispatched and has none. */
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) overAt!: Date | null;
  @Column('int', { default: 0 }) version!: number;
  @Column('jsonb', { nullable: true }) snapshot!: { state: RoundState; errands: Errand[] } | null;
}

/** A case in a round. At most one round holds a case: those that are planned or where the crew is. */
@Entity('round_stop')
@Index('round_stop_case', ['caseId'])
@Index('round_stop_held', ['caseId'], { unique: true, where: "status IN ('planned', 'arrived')" })
export class RoundStop {
  @PrimaryColumn('uuid') roundId!: string;
  @PrimaryColumn('uuid') caseId!: string;
  /** From 0; without gaps. */
  @Column('int') position!: number;
  @Column('text') task!: StopTask;
  /** Planning again leaves it in. */
  @Column('boolean', { default: false }) locked!: boolean;
  /** Put in on the way. */
  @Column('boolean', { default: false }) inserted!: boolean;
  @Column('text', { default: 'planned' }) status!: StopStatus;
  /** When the crew is expected to come and to go. */
  @Column('timestamptz', { nullable: true }) arriveAt!: Date | null;
  @Column('timestamptz', { nullable: true }) leaveAt!: Date | null;
  @Column('timestamptz', { nullable: true }) arrivedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
  @Column('text', { nullable: true }) reason!: StopReason | 'not-reached' | null;
  /** The code with which the case refused what the round wanted of it. */
  @Column('text', { nullable: true }) refused!: string | null;
  @Column('uuid', { nullable: true }) noteId!: string | null;
  @Column('uuid', { nullable: true }) photoId!: string | null;
}
