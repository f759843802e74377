import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../domain/vocabulary';

export type MessageStatus = 'waiting' | 'queued' | 'sent' | 'kept' | 'failed' | 'suppressed';

/** A message is a row first. Whom it is for is an id; the address is looked up when it is sent. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid') id!: string;
  /** Fact, recipient and template: the same fact never makes two. */
  @Column('text', { unique: true }) dedupeKey!: string;
  @Index() @Column('uuid', { nullable: true }) caseId!: string | null;
  @Index() @Column('uuid', { nullable: true }) reportId!: string | null;
  @Column('text') event!: string;
  @Column('text') recipientKind!: 'person' | 'user' | 'agency' | 'supplier' | 'owner';
  @Column('uuid') recipientId!: string;
  @Column('text') locale!: Locale;
  /** What the template needs besides the case: ids and codes. */
  @Column('jsonb', { default: {} }) data!: Record<string, unknown>;
  @Index({ where: "status IN ('waiting','queued')" })
  @Column('text', { default: 'waiting' })
  status!: MessageStatus;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) html!: string | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('int', { default: 0 }) tries!: number;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) queuedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}
