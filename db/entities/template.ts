import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseStatus, Locale } from '../../domain/vocabulary';

/** A municipality's own words for a message; the newest version is sent. */
@Entity('template_version')
export class TemplateVersion {
  @PrimaryColumn('text') event!: string;
  @PrimaryColumn('text') locale!: Locale;
  @PrimaryColumn('int') version!: number;
  /** As deliveries/templates/source.ts reads it; null: the product's own words again. */
  @Column('text', { nullable: true }) source!: string | null;
  @Column('uuid') madeBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) madeAt!: Date;
}

/** What staff write often, ready to be taken into a message and changed there. */
@Entity('ready_answer')
export class ReadyAnswer {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') title!: string;
  /** The language that it is written in. */
  @Column('text') locale!: Locale;
  @Column('text') text!: string;
  /** Null for every category. */
  @Column('uuid', { nullable: true }) categoryId!: string | null;
  /** Empty for every state of a case. */
  @Column('text', { array: true, default: '{}' }) statuses!: CaseStatus[];
  @Column('int', { default: 0 }) position!: number;
  @Column('boolean', { default: true }) active!: boolean;
}
