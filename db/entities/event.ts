import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EventName } from '../../domain/diagnosis/event';

/** What happened in a case, as domain/diagnosis/event.ts has it; every row names the entry of the log that it comes from. */
@Entity('case_event')
@Index('case_event_department', ['departmentId', 'at'])
export class CaseEventRow {
  @PrimaryColumn('text') chain!: string;
  @PrimaryColumn('int') seq!: number;
  @PrimaryColumn('text') name!: EventName;
  @Column('timestamptz') at!: Date;
  /** The department that had the case then. */
  @Column('uuid') departmentId!: string;
  @Index('case_event_case', { where: 'case_id IS NOT NULL' })
  @Column('uuid', { nullable: true })
  caseId!: string | null;
  /** `crew:<id>` or `supplier:<id>`, never a person; empty where none is meant. */
  @Column('text', { default: '' }) unit!: string;
  @Column('text', { default: '' }) reason!: string;
  @Column('double precision', { nullable: true }) amount!: number | null;
}
