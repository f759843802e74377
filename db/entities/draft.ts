import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Point } from './geometry';

/** A photo chosen in the form and not yet sent; the file is `DATA_DIR/drafts/<id>.jpg`. */
@Entity('draft_photo')
export class DraftPhoto {
  @PrimaryColumn('uuid') id!: string;
  /** SHA-256 of the token that the form carries from step to step. */
  @Index() @Column('bytea') draftHash!: Buffer;
  @Column('smallint') position!: number;
  @Column('int') width!: number;
  @Column('int') height!: number;
  /** Where the picture says that it was taken. */
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true }) gps!: Point | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
