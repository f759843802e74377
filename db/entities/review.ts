import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReviewCause, ReviewOutcome, ReviewStatus } from '../../domain/review/review';
import type { ClockKind } from '../../domain/vocabulary';

/** What people make of a missed deadline. Its id is that of the breach, which opens it. */
@Entity('review')
@Index('review_department', ['departmentId', 'openedAt'])
export class Review {
  @PrimaryColumn('uuid') id!: string;
  @Index('review_case') @Column('uuid') caseId!: string;
  /** Whose deadline it was. */
  @Column('uuid') departmentId!: string;
  @Column('text') clock!: ClockKind;
  @Column('timestamptz') openedAt!: Date;
  @Column('text', { default: 'open' }) status!: ReviewStatus;
  /** Grows with every act: who decides has seen the one before. */
  @Column('int', { default: 0 }) version!: number;
  @Column('text', { array: true, default: '{}' }) causes!: ReviewCause[];
  /** What is changed, in words. */
  @Column('uuid', { nullable: true }) noteId!: string | null;
  /** Who changes it. */
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('timestamptz', { nullable: true }) followUpAt!: Date | null;
  /** When the causes were said first. */
  @Column('timestamptz', { nullable: true }) foundAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: ReviewOutcome | null;
  @Column('boolean', { default: false }) training!: boolean;
  @Column('uuid', { nullable: true }) outcomeNoteId!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  /** Set while its workflow has to hear that something changed. */
  @Index('review_untold', { where: 'changed_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  changedAt!: Date | null;
}
