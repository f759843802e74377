import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { HandoverRefusal, PartyKind } from '../../domain/vocabulary';

/** What the departments of a case and one other party say to each other. */
@Entity('thread')
@Unique('thread_party', ['caseId', 'kind', 'partyId'])
export class Thread {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: PartyKind;
  /** A department, a supplier, an agency, or the report of a citizen. */
  @Column('uuid') partyId!: string;
  /** Of the link by which a supplier or an agency reads and writes in it. */
  @Column('bytea', { nullable: true, unique: true }) tokenHash!: Buffer | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** How far somebody of the staff has read a thread. */
@Entity('thread_reading')
export class ThreadReading {
  @PrimaryColumn('uuid') threadId!: string;
  @PrimaryColumn('uuid') userId!: string;
  @Column('timestamptz') readAt!: Date;
}

@Entity('thread_message')
@Index(['threadId', 'createdAt'])
export class ThreadMessage {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') threadId!: string;
  @Column('uuid') noteId!: string;
  @Column('text') authorKind!: 'user' | 'supplier' | 'agency' | 'citizen';
  /** A citizen by the report. */
  @Column('uuid', { nullable: true }) authorId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** A picture or a document that goes with words; the file is `DATA_DIR/attachments/<id>`. */
@Entity('attachment')
@Index('attachment_message', ['messageId'])
export class Attachment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') messageId!: string;
  @Column('text') kind!: 'image' | 'pdf';
  /** As it is shown and saved; never a path. */
  @Column('text') name!: string;
  @Column('int') bytes!: number;
  @Column('bytea') sha256!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
}

/** A question with a due date; the case waits for its answer. */
@Entity('question')
@Index(['caseId'])
export class Question {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') messageId!: string;
  @Column('text') kind!: PartyKind;
  @Column('uuid') partyId!: string;
  @Column('timestamptz') dueAt!: Date;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) askedAt!: Date;
  @Column('text', { default: 'open' }) status!: 'open' | 'answered' | 'expired' | 'withdrawn';
  /** Of the link by which a supplier or an agency answers. */
  @Column('bytea', { nullable: true, unique: true }) tokenHash!: Buffer | null;
  @Column('uuid', { nullable: true }) answerId!: string | null;
  /** The case was told of the answer. */
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
}

/** An offer to take the case. */
@Entity('handover')
@Index(['caseId'])
export class Handover {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: PartyKind;
  @Column('uuid') partyId!: string;
  @Column('uuid', { nullable: true }) categoryId!: string | null;
  @Column('uuid') noteId!: string;
  @Column('uuid') offeredBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) offeredAt!: Date;
  @Column('text', { default: 'offered' }) status!:
    | 'offered'
    | 'taken'
    | 'refused'
    | 'unanswered'
    | 'withdrawn';
  @Column('text', { nullable: true }) reason!: HandoverRefusal | null;
  /** The claim under a warranty that it is made for. */
  @Column('uuid', { nullable: true }) claimId!: string | null;
  /** Of the link by which a supplier or an agency answers. */
  @Column('bytea', { nullable: true, unique: true }) tokenHash!: Buffer | null;
}
