import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Channel, Danger, Emergency, Locale, ReportKind } from '../../domain/vocabulary';
import type { Point } from './geometry';

/** What one person told us. Committed before anything else happens; never lost. */
@Entity('report')
@Index('report_unregistered', ['receivedAt'], { where: 'registered_at IS NULL' })
@Check('report_problem_somewhere', `kind <> 'problem' OR location IS NOT NULL`)
export class Report {
  @PrimaryColumn('uuid') id!: string;
  /** To say on the phone: `AL-2026-000123`. Opens nothing. */
  @Column('text', { unique: true }) number!: string;
  /** SHA-256 of the tracking code (128 random bits), which is what opens the tracking page. */
  @Column('bytea', { unique: true }) trackingHash!: Buffer;
  @Column('text') kind!: ReportKind;
  @Column('text') channel!: Channel;
  @Column('uuid') departmentId!: string;
  @Column('uuid') categoryId!: string;
  /** Row of `note`: what the citizen wrote. */
  @Column('uuid') noteId!: string;
  /** Row of `note`: the answers to what the category asks, as JSON (domain/attributes). */
  @Column('uuid', { nullable: true }) answersNoteId!: string | null;
  @Column('smallint') danger!: Danger;
  @Column('text') emergency!: Emergency;
  @Index({ spatial: true })
  /** Null for a question, praise or a proposal about no place. */
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;
  @Column('text', { nullable: true }) locationSource!: 'device' | 'photo' | 'address' | 'map' | null;
  @Column('real', { nullable: true }) accuracyMetres!: number | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('uuid', { nullable: true }) personId!: string | null;
  /** The owner of the address sent it: confirmed by its own link, or from a browser that sent one that was. */
  @Column('boolean', { default: false }) byOwner!: boolean;
  /** Hash of the first-party cookie: tells distinct people apart where no e-mail does. */
  @Column('bytea', { nullable: true }) clientHash!: Buffer | null;
  @Column('text') locale!: Locale;
  /** The staff member who entered it (phone, counter, letter). */
  @Column('uuid', { nullable: true }) enteredBy!: string | null;
  /** The application that sent it. */
  @Column('uuid', { nullable: true }) apiKeyId!: string | null;
  @Column('uuid', { nullable: true }) roadOwnerId!: string | null;
  /** An operator or the citizen said which case it belongs to. */
  @Column('uuid', { nullable: true }) joinsCaseId!: string | null;
  @Column('timestamptz') privacyReadAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) receivedAt!: Date;
  /** Set once the workflow was started; the sweeper starts what is committed and has none. */
  @Index({ where: 'started_at IS NULL' })
  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;
  /** In the municipality's official register. */
  @Column('text', { nullable: true, unique: true }) registerNumber!: string | null;
  @Index('report_registered', { where: 'registered_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  registeredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
}

/** `Idempotency-Key` of the API: the same key and body answer the same report. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('text') key!: string;
  @Column('bytea') bodyHash!: Buffer;
  @Column('uuid') reportId!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** A re-encoded picture without metadata; the file is `DATA_DIR/photos/<id>.jpg`. */
@Entity('photo')
export class Photo {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid', { nullable: true }) reportId!: string | null;
  @Index() @Column('uuid', { nullable: true }) caseId!: string | null;
  @Column('text') purpose!: 'report' | 'citizen' | 'made-safe' | 'after' | 'on-site';
  @Column('int') width!: number;
  @Column('int') height!: number;
  @Column('int') bytes!: number;
  @Column('bytea') sha256!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
}

/** What a citizen did on the tracking page: a row first, then a signal; the sweeper repeats the signal. */
@Entity('citizen_act')
export class CitizenAct {
  @PrimaryColumn('uuid') id!: string;
  @Index() @Column('uuid') reportId!: string;
  @Column('text') kind!: 'rating' | 'words' | 'photo' | 'not-fixed';
  @Column('uuid', { nullable: true }) noteId!: string | null;
  @Column('uuid', { nullable: true }) photoId!: string | null;
  @Column('smallint', { nullable: true }) stars!: number | null;
  /** Stars by aspect: `speed`, `quality`, `information`. */
  @Column('jsonb', { nullable: true }) aspects!: Record<string, number> | null;
  @Column('int', { nullable: true }) cycle!: number | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Index({ where: 'told_at IS NULL' })
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;
}

/** Somebody who hears of a case without having reported it. */
@Entity('case_follower')
export class CaseFollower {
  @PrimaryColumn('uuid') caseId!: string;
  @Index('case_follower_person') @PrimaryColumn('uuid') personId!: string;
  @Column('text') locale!: Locale;
  /** By the link in a mail: nobody is signed up by others. */
  @Column('boolean', { default: false }) confirmed!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** A link mailed to a citizen (confirm, unsubscribe, the own page); only the token's hash is kept. */
@Entity('citizen_link')
export class CitizenLink {
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @Column('text') purpose!: 'confirm' | 'unsubscribe' | 'me';
  @Column('uuid') personId!: string;
  @Column('uuid', { nullable: true }) reportId!: string | null;
  /** Of a case that is followed. */
  @Column('uuid', { nullable: true }) caseId!: string | null;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
