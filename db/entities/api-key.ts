import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An application that may send reports by Open311. Its key is shown once and kept as a hash. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) name!: string;
  /** Whom to ask when it sends nonsense. */
  @Column('text') contactEmail!: string;
  @Column('bytea', { unique: true }) keyHash!: Buffer;
  @Column('boolean', { default: true }) active!: boolean;
}
