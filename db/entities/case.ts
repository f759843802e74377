import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseState } from '../../domain/case/state';
import type { Reasons } from '../../domain/priority/weigh';
import type { Parts } from '../../domain/priority/weights';
import type {
  Band,
  CaseStatus,
  ClockKind,
  Danger,
  Emergency,
  ForwardStatus,
  Outcome,
  ReportKind,
  Safety,
  Stage,
} from '../../domain/vocabulary';
import type { Point } from './geometry';

/** The projection of a case. `snapshot` is the workflow's whole state, from which reconcile restarts it. */
@Entity('cases')
@Check('cases_problem_somewhere', `kind <> 'problem' OR location IS NOT NULL`)
@Index(['status', 'dueAt'])
@Index(['departmentId', 'status', 'priority'])
export class Case {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) number!: string;
  @Column('text') kind!: ReportKind;
  @Column('text') status!: CaseStatus;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('uuid') departmentId!: string;
  @Column('uuid') categoryId!: string;
  @Column('smallint') danger!: Danger;
  @Column('text') emergency!: Emergency;
  @Column('text', { default: 'none' }) safety!: Safety;
  @Column('text', { default: 'none' }) forward!: ForwardStatus;
  /** 0 to 100; an emergency is always first. Weighed by activities/priority.ts, as the four after it. */
  @Column('smallint') priority!: number;
  @Column('text', { default: 'P4' }) band!: Band;
  /** The points that make the priority, and why; null until the case is weighed for the first time. */
  @Column('jsonb', { nullable: true }) priorityParts!: { points: Parts; reasons: Reasons } | null;
  /** Since when new unconfirmed people are a burst that nobody has said to be real. */
  @Column('timestamptz', { nullable: true }) burstAt!: Date | null;
  /** Staff have said that the new people up to then are real. */
  @Column('timestamptz', { nullable: true }) burstRealAt!: Date | null;
  @Column('int', { default: 1 }) cycle!: number;
  @Column('int', { default: 0 }) version!: number;
  @Column('int', { default: 0 }) members!: number;
  @Column('uuid', { nullable: true }) crewId!: string | null;
  @Column('uuid', { nullable: true }) supplierId!: string | null;
  @Column('uuid', { nullable: true }) agencyId!: string | null;
  /** The case that this one is a part of: work of another department. */
  @Column('uuid', { nullable: true }) partOf!: string | null;
  @Column('int', { default: 0 }) openQuestions!: number;
  /** Other departments that were asked, or that it was offered to: they may read it. */
  @Column('uuid', { array: true, default: '{}' }) involved!: string[];
  @Column('boolean', { default: false }) paused!: boolean;
  @Column('boolean', { default: false }) reopenAsked!: boolean;
  /** The citizen's repair deadline. */
  @Column('timestamptz', { nullable: true }) repairDueAt!: Date | null;
  /** The nearest deadline of any running clock: what the inbox sorts by. */
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('text', { nullable: true }) dueClock!: ClockKind | null;
  /** The furthest stage fired in this cycle. */
  @Column('text', { nullable: true }) stage!: Stage | null;
  @Index({ spatial: true })
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;
  @Column('text', { nullable: true }) address!: string | null;
  /** The case that its members have moved to; who attaches goes there as well. */
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
  /** The repaired case whose problem has come back. */
  @Column('uuid', { nullable: true }) recurrenceOf!: string | null;
  /** Its clocks have to be planned anew, and its workflow has not been told yet. */
  @Index('cases_replan', { where: 'replan_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  replanAt!: Date | null;
  @Column('jsonb', { nullable: true }) snapshot!: CaseState | null;
  @Column('timestamptz', { default: () => 'now()' }) openedAt!: Date;
  /** When nothing was left to repair, for the last time; null while it waits. */
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}

/** Which case a report belongs to. `readAt`: the case workflow has taken note of it. */
@Entity('membership')
@Index(['caseId'])
export class Membership {
  @PrimaryColumn('uuid') reportId!: string;
  @Column('uuid') caseId!: string;
  @Column('timestamptz', { default: () => 'now()' }) attachedAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  /** Was read by a case that was merged away: the emergency that it may have declared was heard there. */
  @Column('boolean', { default: false }) moved!: boolean;
  /** The last outcome told to the report's workflow, `cycle:outcome:final`; nobody is told twice. */
  @Column('text', { nullable: true }) told!: string | null;
}

/** The clocks of a case, projected for lists and the case page. */
@Entity('case_clock')
export class CaseClock {
  @PrimaryColumn('uuid') caseId!: string;
  @PrimaryColumn('text') kind!: ClockKind;
  @PrimaryColumn('int') cycle!: number;
  /** The nth clock of this kind in the cycle: a rerouted case is accepted twice. */
  @PrimaryColumn('int') turn!: number;
  @Column('text') status!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) stoppedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) escalateAt!: Date | null;
  @Column('text') source!: 'policy' | 'import';
}

/** A stage that fired: once per case, clock, cycle, turn and stage. */
@Entity('escalation')
@Index(['caseId', 'clock', 'cycle', 'turn', 'stage'], { unique: true })
export class Escalation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') departmentId!: string;
  @Column('text') clock!: ClockKind;
  @Column('int') cycle!: number;
  @Column('int') turn!: number;
  @Column('text') stage!: Stage;
  @Column('text') cause!: 'time' | 'policy-change';
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz') firedAt!: Date;
  @Column('uuid', { nullable: true }) seenBy!: string | null;
  @Column('timestamptz', { nullable: true }) seenAt!: Date | null;
  @Column('uuid', { nullable: true }) noteId!: string | null;
}

@Entity('repair')
@Index('repair_supplier', ['supplierId', 'recordedAt'], { where: 'supplier_id IS NOT NULL' })
export class Repair {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') caseId!: string;
  @Column('int') cycle!: number;
  @Column('uuid', { nullable: true }) crewId!: string | null;
  @Column('uuid', { nullable: true }) supplierId!: string | null;
  /** An external body that had the work. */
  @Column('uuid', { nullable: true }) agencyId!: string | null;
  @Column('text') procedure!: string;
  @Column('numeric', { precision: 8, scale: 2 }) hours!: string;
  /** Euro. */
  @Column('numeric', { precision: 12, scale: 2 }) cost!: string;
  @Column('uuid', { nullable: true }) photoId!: string | null;
  @Column('uuid', { nullable: true }) noteId!: string | null;
  /** A member of the staff, or the supplier. */
  @Column('uuid') recordedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
  /** What it was done under, and until which local day it has to last. */
  @Column('uuid', { nullable: true }) contractId!: string | null;
  @Column('date', { nullable: true }) warrantyUntil!: string | null;
}

@Entity('repair_material')
export class RepairMaterial {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') repairId!: string;
  /** From the catalogue; null for what was written freely. */
  @Column('uuid', { nullable: true }) materialId!: string | null;
  @Column('text') material!: string;
  @Column('numeric', { precision: 12, scale: 3 }) quantity!: string;
  @Column('text') unit!: string;
}

/** The technician's judgement of the first report, on site. */
@Entity('qualification')
export class Qualification {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') caseId!: string;
  @Column('int') cycle!: number;
  @Column('boolean') real!: boolean;
  @Column('uuid') categoryId!: string;
  @Column('boolean') categoryRight!: boolean;
  @Column('smallint') danger!: Danger;
  @Column('boolean') dangerRight!: boolean;
  @Column('boolean') descriptionRight!: boolean;
  @Column('boolean') timely!: boolean;
  @Column('uuid', { nullable: true }) noteId!: string | null;
  @Column('uuid') recordedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
}

/** One alert to one agency. `ackTokenHash` is the hash of the token in its answer link. */
@Entity('forward')
@Index(['caseId', 'forwardNumber', 'attempt', 'agencyId', 'msgType', 'sequence'], { unique: true })
export class Forward {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') agencyId!: string;
  /** The nth forward of the case, from 1: a recalled one may be followed by another. */
  @Column('int') forwardNumber!: number;
  /** The nth call of the forward, from 0. */
  @Column('int') attempt!: number;
  @Column('text') msgType!: 'Alert' | 'Update' | 'Cancel';
  @Column('int', { default: 0 }) sequence!: number;
  @Column('text') identifier!: string;
  @Column('text') cap!: string;
  @Column('bytea', { nullable: true }) ackTokenHash!: Buffer | null;
  @Column('timestamptz') sentAt!: Date;
  @Column('timestamptz', { nullable: true }) ackBy!: Date | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt!: Date | null;
  @Column('int', { default: 0 }) tries!: number;
  @Column('int', { nullable: true }) lastStatus!: number | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;
}
