import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Counts } from '../../domain/dossier/dossier';

/** A dossier that somebody signed off: what was chosen, and the hash of its data, which are computed again. */
@Entity('dossier')
export class Dossier {
  @PrimaryColumn('uuid') id!: string;
  /** Whose cases it is about; null for the whole municipality. */
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  /** Empty for all. */
  @Column('uuid', { array: true, default: '{}' }) supplierIds!: string[];
  @Column('uuid', { array: true, default: '{}' }) categoryIds!: string[];
  /** Local days `YYYY-MM-DD`, the last ones included. */
  @Column('date') periodFrom!: string;
  @Column('date') periodTo!: string;
  @Column('date') watchedUntil!: string;
  /** SHA-256 of the data, in hexadecimal. */
  @Column('text') hash!: string;
  @Column('jsonb') counts!: Counts;
  @Column('uuid') signedBy!: string;
  @Index('dossier_signed')
  @Column('timestamptz', { default: () => 'now()' })
  signedAt!: Date;
}
