import type { EntityManager } from 'typeorm';
import { genesis } from '../../domain/audit/chain';
import type { LogEntry } from '../entities';
import { linkHash } from '../log';
import { noteDigest } from '../notes';

/** How a link fails: it, or its words, say something else than was vouched for, or one before it is gone. */
export type Breach = 'changed' | 'removed' | 'words-changed' | 'words-removed';

export interface ChainCheck {
  chain: string;
  entries: number;
  intact: boolean;
  /** The first entry that does not fit. */
  brokenAt: number | null;
  breach: Breach | null;
  /** Entries whose words were erased as the log itself says; they do not break the chain. */
  erased: number;
}

interface Link extends LogEntry {
  body: string | null;
  salt: Buffer | null;
  noteErasedAt: Date | null;
  noteFound: boolean;
}

interface Head {
  chain: string;
  seq: number;
  hash: Buffer;
}

const PAGE = 2000;
const columns = `l.chain, l.seq, l.fact_id AS "factId", l.name, l.at, l.actor_kind AS "actorKind",
  l.actor_id AS "actorId", l.public, l.data, l.note_id AS "noteId", l.note_digest AS "noteDigest",
  l.previous_hash AS "previousHash", l.hash, n.body, n.salt, n.erased_at AS "noteErasedAt",
  n.id IS NOT NULL AS "noteFound"`;

/**
 * Computes every link again and holds it against what is kept.
 * @param chains those to check; without it all of them
 * @returns one check a chain, also of chains that have a head and no entry left
 */
export async function* checkChains(
  db: EntityManager,
  chains: string[] | null = null,
): AsyncGenerator<ChainCheck> {
  const heads = await headsOf(db, chains);
  const erased = await erasedNotes(db, chains);
  let walk: Walk | null = null;
  for await (const link of linksOf(db, chains)) {
    if (walk?.check.chain !== link.chain) {
      if (walk) yield end(walk, heads);
      walk = begin(link.chain);
    }
    step(walk, link, erased);
  }
  if (walk) yield end(walk, heads);
  for (const { chain, seq } of heads.values()) {
    if (seq > 0) yield { ...begin(chain).check, intact: false, brokenAt: 1, breach: 'removed' };
  }
}

interface Walk {
  check: ChainCheck;
  seq: number;
  hash: string;
}

const begin = (chain: string): Walk => ({
  check: { chain, entries: 0, intact: true, brokenAt: null, breach: null, erased: 0 },
  seq: 0,
  hash: genesis,
});

function step(walk: Walk, link: Link, erased: ReadonlySet<string>): void {
  const { check } = walk;
  check.entries += 1;
  const breach = breachOf(walk, link, erased);
  if (breach === 'erased') check.erased += 1;
  else if (breach) fail(check, link.seq, breach);
  walk.seq = link.seq;
  walk.hash = link.hash.toString('hex');
}

function breachOf({ seq, hash }: Walk, link: Link, erased: ReadonlySet<string>): Breach | 'erased' | null {
  if (link.seq !== seq + 1) return 'removed';
  const { noteId, previousHash, at } = link;
  const digest = link.noteDigest?.toString('hex') ?? null;
  const { chain, factId, name, actorKind, actorId, data } = link;
  const said = { chain, seq: link.seq, factId, name, at: at.toISOString(), actorKind, actorId };
  const again = linkHash(hash, { ...said, public: link.public, data, noteId, noteDigest: digest });
  if (previousHash.toString('hex') !== hash || !again.equals(link.hash)) return 'changed';
  if (noteId === null) return null;
  if (!link.noteFound) return 'words-removed';
  if (link.body === null || link.salt === null) return erased.has(noteId) ? 'erased' : 'words-removed';
  return noteDigest(link.salt, link.body).toString('hex') === digest ? null : 'words-changed';
}

function fail(check: ChainCheck, at: number, breach: Breach): void {
  if (!check.intact) return;
  Object.assign(check, { intact: false, brokenAt: at, breach });
}

/** The head says how far the chain went: what is missing at its end shows here. */
function end({ check, seq, hash }: Walk, heads: Map<string, Head>): ChainCheck {
  const head = heads.get(check.chain);
  heads.delete(check.chain);
  if (!head || head.seq > seq) fail(check, seq + 1, 'removed');
  else if (head.seq < seq || head.hash.toString('hex') !== hash) fail(check, seq, 'changed');
  return check;
}

async function headsOf(db: EntityManager, chains: string[] | null): Promise<Map<string, Head>> {
  const rows: Head[] = await db.query(
    'SELECT chain, seq, hash FROM chain_head WHERE $1::text[] IS NULL OR chain = ANY($1)',
    [chains],
  );
  return new Map(rows.map((row) => [row.chain, row]));
}

/**
 * The notes that the log says were erased: a note that was emptied without that is missing. The chain of a
 * report speaks for the words of that report alone.
 */
async function erasedNotes(db: EntityManager, chains: string[] | null): Promise<Set<string>> {
  const rows: { id: string }[] = await db.query(
    `SELECT w.note_id AS id
     FROM (SELECT id AS report_id, note_id FROM report UNION ALL SELECT report_id, note_id FROM citizen_act) w
     JOIN log_entry e ON e.chain = 'report:' || w.report_id AND e.name = 'erased'
      AND e.data->'notes' ? w.note_id::text
     WHERE $1::text[] IS NULL OR w.note_id IN (SELECT note_id FROM log_entry WHERE chain = ANY($1))`,
    [chains],
  );
  return new Set(rows.map(({ id }) => id));
}

async function* linksOf(db: EntityManager, chains: string[] | null): AsyncGenerator<Link> {
  let [chain, seq] = ['', 0];
  for (;;) {
    const page: Link[] = await db.query(
      `SELECT ${columns} FROM log_entry l LEFT JOIN note n ON n.id = l.note_id
       WHERE (l.chain, l.seq) > ($1, $2) AND ($3::text[] IS NULL OR l.chain = ANY($3))
       ORDER BY l.chain, l.seq LIMIT ${PAGE}`,
      [chain, seq, chains],
    );
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    [chain, seq] = [last.chain, last.seq];
  }
}
