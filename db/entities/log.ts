import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Actor } from '../../domain/case/state';

/** Words that people wrote, kept apart from everything else, so that erasing them touches nothing else. */
@Entity('note')
export class Note {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('bytea', { nullable: true }) salt!: Buffer | null;
  /** SHA-256 of salt and body; stays when both are erased. */
  @Column('bytea') digest!: Buffer;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
}

/**
 * The append-only log: timeline and audit in one. A chain per case (`case:<id>`), per report
 * (`report:<id>`) and one for the settings (`settings`). Rows are never updated nor deleted.
 */
@Entity('log_entry')
@Index(['chain', 'factId'], { unique: true })
export class LogEntry {
  @PrimaryColumn('text') chain!: string;
  @PrimaryColumn('int') seq!: number;
  /** Makes a repeated write harmless: `version.index` of a case's fact, or a command or act id. */
  @Column('text') factId!: string;
  @Column('text') name!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') actorKind!: Actor['kind'];
  @Column('text', { nullable: true }) actorId!: string | null;
  @Column('boolean') public!: boolean;
  @Column('jsonb') data!: Record<string, unknown>;
  @Column('uuid', { nullable: true }) noteId!: string | null;
  @Column('bytea', { nullable: true }) noteDigest!: Buffer | null;
  @Column('bytea') previousHash!: Buffer;
  @Column('bytea') hash!: Buffer;
}

/** The last link of every chain: locked while a link is added. */
@Entity('chain_head')
export class ChainHead {
  @PrimaryColumn('text') chain!: string;
  @Column('int') seq!: number;
  @Column('bytea') hash!: Buffer;
}

/** Once a day: all heads that moved, and their digest signed with the installation's Ed25519 key. */
@Entity('daily_head')
export class DailyHead {
  @PrimaryColumn('date') day!: string;
  @Column('jsonb') heads!: Record<string, [number, string]>;
  @Column('bytea') digest!: Buffer;
  @Column('bytea') previousDigest!: Buffer;
  @Column('bytea') signature!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) signedAt!: Date;
}

/** The whole history of a run that ended, with the build that ran it; gzip of the JSON. */
@Entity('history_archive')
export class HistoryArchive {
  @PrimaryColumn('text') workflowId!: string;
  @PrimaryColumn('text') runId!: string;
  @Column('text') workflowType!: string;
  @Column('text') buildId!: string;
  @Column('boolean') complete!: boolean;
  @Column('bytea') history!: Buffer;
  @Column('bytea') sha256!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) archivedAt!: Date;
}
