import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ClaimState } from '../../domain/warranty/claim';

/** A problem that came back while the repair was under warranty: once for a case and the repair. */
@Entity('warranty_claim')
@Unique('warranty_claim_once', ['caseId', 'repairId'])
@Index('warranty_claim_supplier', ['supplierId', 'proposedAt'])
export class WarrantyClaim {
  @PrimaryColumn('uuid') id!: string;
  /** The case that is open now: the recurrence, or the repaired case itself, opened again. */
  @Column('uuid') caseId!: string;
  @Column('uuid') repairId!: string;
  @Column('uuid') repairedCaseId!: string;
  @Column('uuid') supplierId!: string;
  @Column('uuid', { nullable: true }) contractId!: string | null;
  /** Local days `YYYY-MM-DD`; the last of the warranty is part of it. */
  @Column('date') repairedOn!: string;
  @Column('date') warrantyUntil!: string;
  @Column('date') backOn!: string;
  @Column('boolean') sameCategory!: boolean;
  @Column('text', { default: 'proposed' }) state!: ClaimState;
  @Column('timestamptz', { default: () => 'now()' }) proposedAt!: Date;
  @Column('uuid', { nullable: true }) sentBy!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  /** A member of the staff; null where the supplier answered, or the case ended first. */
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Why the supplier refused: a code of `handoverRefusals`. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** Why staff withdrew it. */
  @Column('uuid', { nullable: true }) noteId!: string | null;
}
