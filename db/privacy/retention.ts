import { rm } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { draftFile } from '../photo-files';
import { eraseReports } from './erase';
import { forgetOwners } from './rewards';

/** How long one kind of data is kept, and how it goes. Shown to the municipality's lawyer in docs/privacy. */
interface Period {
  kind: string;
  days: number;
  /** Since when the days count and what goes then. */
  it: string;
  en: string;
  /** One statement whose `$1` is the instant before which data goes; or what takes more than a statement. */
  sql: string | 'erase-reports' | 'drop-drafts';
}

export const retention: readonly Period[] = [
  {
    kind: 'report',
    days: 730,
    it: 'Parole, foto, conversazione e posizione esatta di una segnalazione, e con l’ultima l’indirizzo e-mail: dalla chiusura del caso.',
    en: 'Words, photos, conversation and exact place of a report, and with the last one the e-mail address: from the closing of its case.',
    sql: 'erase-reports',
  },
  {
    kind: 'unconfirmed-address',
    days: 30,
    it: 'Indirizzo e-mail mai confermato: dalla registrazione.',
    en: 'E-mail address that was never confirmed: from when it was given.',
    sql: `UPDATE person p SET email = NULL, erased_at = now()
          WHERE email IS NOT NULL AND confirmed_at IS NULL AND mails_off_at IS NULL AND created_at < $1
            AND NOT EXISTS (SELECT FROM report r WHERE r.person_id = p.id AND r.received_at >= $1)`,
  },
  {
    kind: 'mails-off',
    days: 30,
    it: 'Indirizzo e-mail di chi ha fermato tutti i messaggi e non ha segnalazioni, casi seguiti, punti o codici da usare: da quando li ha fermati.',
    en: 'E-mail address of whoever stopped all mails and has no reports, cases that they follow, points or unused codes: from when they stopped them.',
    sql: `UPDATE person p SET email = NULL, mails_off_at = NULL, erased_at = now()
          WHERE email IS NOT NULL AND mails_off_at < $1
            AND NOT EXISTS (SELECT FROM report r WHERE r.person_id = p.id)
            AND NOT EXISTS (SELECT FROM case_follower f WHERE f.person_id = p.id)
            AND NOT EXISTS (SELECT FROM redemption d WHERE d.person_id = p.id AND d.state = 'issued')
            AND (SELECT coalesce(sum(amount), 0) FROM points_entry e WHERE e.person_id = p.id) <= 0`,
  },
  {
    kind: 'follower',
    days: 90,
    it: 'Chi segue un caso senza averlo segnalato, e il suo indirizzo se non ha altro: dalla chiusura del caso.',
    en: 'Who follows a case without having reported it, and the address where there is nothing else: from the closing of the case.',
    sql: `WITH gone AS (
            DELETE FROM case_follower f USING cases c WHERE c.id = f.case_id AND c.closed_at < $1
            RETURNING f.person_id, f.case_id)
          UPDATE person p SET email = NULL, confirmed_at = NULL, mails_off_at = NULL, erased_at = now()
          WHERE p.email IS NOT NULL AND p.id IN (SELECT person_id FROM gone)
            AND NOT EXISTS (SELECT FROM report r WHERE r.person_id = p.id)
            AND NOT EXISTS (SELECT FROM case_follower f WHERE f.person_id = p.id
                            AND (f.person_id, f.case_id) NOT IN (SELECT person_id, case_id FROM gone))`,
  },
  {
    kind: 'points',
    days: 1,
    it: 'Di chi erano punti e codici dei premi: dalla cancellazione dell’indirizzo e-mail. Restano le quantità.',
    en: 'Whose points and codes of rewards were: from the erasure of the e-mail address. The amounts stay.',
    sql: forgetOwners(
      `SELECT p.id FROM person p WHERE p.email IS NULL AND p.erased_at < $1
         AND (EXISTS (SELECT FROM points_entry e WHERE e.person_id = p.id)
              OR EXISTS (SELECT FROM redemption d WHERE d.person_id = p.id))`,
    ),
  },
  {
    kind: 'browser',
    days: 365,
    it: 'Impronta del cookie che distingue persone diverse: dall’arrivo della segnalazione.',
    en: 'Hash of the cookie that tells people apart: from the arrival of the report.',
    sql: 'UPDATE report SET client_hash = NULL WHERE client_hash IS NOT NULL AND received_at < $1',
  },
  {
    kind: 'message-text',
    days: 90,
    it: 'Testo dei messaggi inviati: dall’invio. Resta che cosa fu inviato e quando.',
    en: 'Text of sent messages: from their sending. What was sent and when stays.',
    sql: `UPDATE message SET subject = NULL, html = NULL, text = NULL, last_error = NULL
          WHERE (text IS NOT NULL OR last_error IS NOT NULL) AND status NOT IN ('waiting', 'queued')
            AND COALESCE(sent_at, created_at) < $1`,
  },
  {
    kind: 'delivery',
    days: 365,
    it: 'Consegne ai sistemi collegati, con i loro tentativi: dalla creazione. Non contengono parole né persone.',
    en: 'Deliveries to other systems, with their tries: from their making. They hold neither words nor people.',
    sql: `DELETE FROM delivery WHERE status IN ('sent', 'failed') AND created_at < $1`,
  },
  {
    kind: 'citizen-link',
    days: 30,
    it: 'Collegamenti inviati ai cittadini: dalla scadenza.',
    en: 'Links mailed to citizens: from their expiry.',
    sql: 'DELETE FROM citizen_link WHERE expires_at < $1',
  },
  {
    kind: 'password-reset',
    days: 7,
    it: 'Richieste di nuova password del personale: dalla scadenza.',
    en: 'Staff’s requests for a new password: from their expiry.',
    sql: 'DELETE FROM password_reset WHERE expires_at < $1',
  },
  {
    kind: 'idempotency-key',
    days: 7,
    it: 'Chiavi contro il doppio invio: dall’invio.',
    en: 'Keys against sending twice: from the sending.',
    sql: 'DELETE FROM idempotency_key WHERE created_at < $1',
  },
  {
    kind: 'draft-photo',
    days: 1,
    it: 'Foto di segnalazioni cominciate e mai inviate: dal caricamento.',
    en: 'Photos of reports that were begun and never sent: from their upload.',
    sql: 'drop-drafts',
  },
  {
    kind: 'rate-limit',
    days: 1,
    it: 'Impronte, con chiave segreta, degli indirizzi di rete contati per i limiti: dall’ultimo conteggio utile.',
    en: 'Keyed hashes of network addresses counted for limits: from when they no longer count.',
    sql: 'DELETE FROM rate_limit WHERE expire < extract(epoch FROM $1::timestamptz) * 1000',
  },
  {
    kind: 'session',
    days: 1,
    it: 'Sessioni del personale: dalla scadenza.',
    en: 'Sessions of the staff: from their expiry.',
    sql: 'DELETE FROM session WHERE expire < $1',
  },
];

const DAY_MS = 24 * 3600 * 1000;
/** Looking for what is to go reads all reports: once for so many. */
const LOOK_UP = 10_000;
/** In one transaction. */
const BATCH = 100;
/** One process at a time; any number that nothing else uses. */
const LOCK = 7_203_116;

/** Applies every period. Repeating it is harmless. @returns what went, by kind; empty when another process is at it */
export async function applyRetention(
  db: DataSource,
  dataDir: string,
  now = new Date(),
): Promise<Record<string, number>> {
  return db.transaction(async (tx) => {
    const [{ mine }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
    const gone: Record<string, number> = {};
    if (!mine) return gone;
    for (const { kind, days, sql } of retention) {
      const before = new Date(now.getTime() - days * DAY_MS);
      if (sql === 'erase-reports') gone[kind] = await eraseOldReports(db, dataDir, before);
      else if (sql === 'drop-drafts') gone[kind] = await dropDrafts(db, dataDir, before);
      else gone[kind] = (await db.query(sql, [before]))[1];
    }
    return gone;
  });
}

async function dropDrafts(db: DataSource, dataDir: string, before: Date): Promise<number> {
  const [rows]: [{ id: string }[], number] = await db.query(
    'DELETE FROM draft_photo WHERE created_at < $1 RETURNING id',
    [before],
  );
  for (const { id } of rows) await rm(draftFile(dataDir, id), { force: true });
  return rows.length;
}

async function eraseOldReports(db: DataSource, dataDir: string, before: Date): Promise<number> {
  for (let total = 0; ; ) {
    const reports: { id: string }[] = await db.query(
      `SELECT r.id FROM report r
       JOIN note n ON n.id = r.note_id JOIN membership m ON m.report_id = r.id JOIN cases c ON c.id = m.case_id
       WHERE n.erased_at IS NULL AND c.closed_at < $1 ORDER BY c.closed_at LIMIT ${LOOK_UP}`,
      [before],
    );
    const ids = reports.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += BATCH) {
      const actor = { kind: 'system', id: null } as const;
      await eraseReports(db, ids.slice(at, at + BATCH), { actor, reason: 'retention', dataDir });
    }
    total += ids.length;
    if (ids.length < LOOK_UP) return total;
  }
}
