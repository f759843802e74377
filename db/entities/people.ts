import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Locale, Role } from '../../domain/vocabulary';

/** Somebody who works in the console. `departmentId` null: the whole municipality. */
@Entity('app_user')
export class User {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) email!: string;
  @Column('text') name!: string;
  @Column('text') passwordHash!: string;
  @Column('text') role!: Role;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('text', { default: 'it' }) locale!: Locale;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('boolean', { default: false }) mustChangePassword!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** A password reset link; only the token's SHA-256 is kept. */
@Entity('password_reset')
export class PasswordReset {
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @Column('uuid') userId!: string;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}

/** A citizen, known by an e-mail address alone. Erasing empties the row and keeps its id. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Index({ unique: true, where: 'email IS NOT NULL' })
  @Column('text', { nullable: true })
  email!: string | null;
  @Column('text', { default: 'it' }) locale!: Locale;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  /** Its owner said that somebody else had given it: it is not written to, not even to be confirmed. */
  @Column('timestamptz', { nullable: true }) refusedAt!: Date | null;
  /** Stopped all mails after having confirmed the address, which is still theirs: only their own page can be asked for. */
  @Column('timestamptz', { nullable: true }) mailsOffAt!: Date | null;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
  /** Does not want to be profiled: has no standing since then. */
  @Column('timestamptz', { nullable: true }) standingOffAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** The on-call person of a department for a stretch of time. */
@Entity('roster_shift')
@Index(['departmentId', 'startsAt'])
export class RosterShift {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') departmentId!: string;
  @Column('uuid') userId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
}
