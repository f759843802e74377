import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AppealState, PointReason, RedemptionState } from '../../domain/rewards/points';

/** What points can be given for. */
@Entity('reward')
@Check('reward_cost', 'cost > 0')
@Check('reward_stock', 'stock >= 0')
@Check('reward_period', 'valid_from <= valid_to')
@Check('reward_code_days', 'code_days > 0')
export class Reward {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') nameIt!: string;
  @Column('text') nameEn!: string;
  @Column('text', { default: '' }) descriptionIt!: string;
  @Column('text', { default: '' }) descriptionEn!: string;
  /** In points. */
  @Column('int') cost!: number;
  /** How many there are in all, given away or not; null for no limit. */
  @Column('int', { nullable: true }) stock!: number | null;
  /** Local days `YYYY-MM-DD`, both included. */
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  /** For how many days a code works. */
  @Column('int') codeDays!: number;
  @Column('int', { default: 0 }) position!: number;
  @Column('boolean', { default: true }) active!: boolean;
}

/** A code for a reward, which works once. */
@Entity('redemption')
export class Redemption {
  @PrimaryColumn('uuid') id!: string;
  /** Null once the person was erased. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid') rewardId!: string;
  /** What it cost then. */
  @Column('int') cost!: number;
  /** SHA-256 of the code, which is derived from the installation's secret. */
  @Column('bytea', { unique: true }) codeHash!: Buffer;
  @Column('text', { default: 'issued' }) state!: RedemptionState;
  @Column('timestamptz', { default: () => 'now()' }) issuedAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('uuid', { nullable: true }) usedBy!: string | null;
}

/** A line of somebody's ledger: never changed or removed, but whose it was may be forgotten. */
@Entity('points_entry')
@Check('points_entry_amount', 'amount <> 0')
export class PointsEntry {
  @PrimaryColumn('uuid') id!: string;
  @Index('points_entry_person') @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('int') amount!: number;
  @Column('text') reason!: PointReason;
  @Column('uuid', { nullable: true }) caseId!: string | null;
  @Column('uuid', { nullable: true }) redemptionId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}

/** What somebody says against the judgement of a report, once a case, and what staff answered. */
@Entity('appeal')
export class Appeal {
  @PrimaryColumn('uuid') id!: string;
  /** The first one of theirs in the case: it goes where the report goes. */
  @Column('uuid', { unique: true }) reportId!: string;
  /** Row of `note`: the citizen's words. */
  @Column('uuid') noteId!: string;
  @Column('text', { default: 'open' }) state!: AppealState;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** Row of `note`: what staff wrote back. */
  @Column('uuid', { nullable: true }) answerNoteId!: string | null;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}
