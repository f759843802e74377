import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Another system that is told what happens, by signed posts. `secret` is never shown again. */
@Entity('subscriber')
export class Subscriber {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) name!: string;
  @Column('text') url!: string;
  @Column('text') secret!: string;
  /** Signs beside the new one for a day after a change, so that nobody has to change at the same second. */
  @Column('text', { nullable: true }) oldSecret!: string | null;
  @Column('timestamptz', { nullable: true }) oldSecretUntil!: Date | null;
  /** Names of facts, as `repaired`; the posts call them `case.repaired`. */
  @Column('text', { array: true }) events!: string[];
  @Column('boolean', { default: true }) active!: boolean;
  @Column('text', { nullable: true }) offReason!: 'gone' | 'unreachable' | null;
  @Column('timestamptz', { nullable: true }) offAt!: Date | null;
}

export type DeliveryStatus = 'waiting' | 'sending' | 'sent' | 'failed';

/** What one subscriber is told of one fact; its id is the `webhook-id`, the same at every try. */
@Entity('delivery')
@Unique('delivery_once', ['subscriberId', 'caseId', 'factId'])
export class Delivery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') subscriberId!: string;
  @Column('text') event!: string;
  @Index('delivery_case') @Column('uuid') caseId!: string;
  @Column('text') factId!: string;
  @Column('timestamptz') happenedAt!: Date;
  @Column('text', { default: 'waiting' }) status!: DeliveryStatus;
  @Column('int', { default: 0 }) tries!: number;
  /** When it is tried next; while it is being sent, when somebody else may take it over. */
  @Column('timestamptz', { default: () => 'now()' }) nextAt!: Date;
  @Column('int', { nullable: true }) lastStatus!: number | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Index('delivery_created') @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}

/** One try, for whoever asks why. */
@Entity('delivery_try')
@Index('delivery_try_of', ['deliveryId', 'at'])
export class DeliveryTry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') deliveryId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('int', { nullable: true }) status!: number | null;
  @Column('text', { nullable: true }) error!: string | null;
  @Column('int') milliseconds!: number;
}
