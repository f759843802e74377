import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Two open cases that may be about the same problem, for an operator to decide. `score` is a probability. */
@Entity('case_suggestion')
@Index(['otherCaseId'])
export class CaseSuggestion {
  /** The newer case. */
  @PrimaryColumn('uuid') caseId!: string;
  @PrimaryColumn('uuid') otherCaseId!: string;
  @Column('real') score!: number;
  @Column('real') metres!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('uuid', { nullable: true }) dismissedBy!: string | null;
  @Column('timestamptz', { nullable: true }) dismissedAt!: Date | null;
}

/** The reports that staff take out of a case: a row first, whose id the command carries. */
@Entity('split_order')
@Index(['caseId'])
export class SplitOrder {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid', { array: true }) reportIds!: string[];
  /** The case that they got, once it was carried out. */
  @Column('uuid', { nullable: true }) intoCaseId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
