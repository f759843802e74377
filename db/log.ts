import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type ChainedEntry, genesis, linkText } from '../domain/audit/chain';
import type { Actor } from '../domain/case/state';
import { writeCaseEvents } from './case-events';
import { ChainHead, LogEntry, Note } from './entities';

export interface NewEntry {
  /** `case:<id>`, `report:<id>`, `round:<id>`, `settings`, `archives` or `dossiers`. */
  chain: string;
  /** The same fact is written once, however often this is called. */
  factId: string;
  name: string;
  at: Date;
  actor: Actor;
  /** May the citizen's tracking page show it? */
  public: boolean;
  /** Ids and codes, no words. */
  data?: Record<string, unknown>;
  noteId?: string | null;
}

/** The hash of one link, as verification computes it again. */
export const linkHash = (previousHash: string, entry: ChainedEntry): Buffer =>
  createHash('sha256').update(linkText(previousHash, entry), 'utf8').digest();

/**
 * Adds one link to a chain inside the caller's transaction. The head is locked, so that links of one
 * chain are added one after the other.
 * @returns false when the fact was there already
 */
export async function appendLog(tx: EntityManager, entry: NewEntry): Promise<boolean> {
  const head = await lockHead(tx, entry.chain);
  const known = await tx.existsBy(LogEntry, { chain: entry.chain, factId: entry.factId });
  if (known) return false;
  const note = entry.noteId ? await tx.findOneByOrFail(Note, { id: entry.noteId }) : null;
  const chained: ChainedEntry = {
    chain: entry.chain,
    seq: head.seq + 1,
    factId: entry.factId,
    name: entry.name,
    at: entry.at.toISOString(),
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    public: entry.public,
    data: entry.data ?? {},
    noteId: note?.id ?? null,
    noteDigest: note?.digest.toString('hex') ?? null,
  };
  const hash = linkHash(head.hash.toString('hex'), chained);
  await tx.insert(LogEntry, {
    ...chained,
    at: entry.at,
    data: chained.data as never,
    noteDigest: note?.digest ?? null,
    previousHash: head.hash,
    hash,
  });
  await tx.update(ChainHead, { chain: entry.chain }, { seq: chained.seq, hash });
  await writeCaseEvents(tx, { ...chained, at: entry.at });
  return true;
}

async function lockHead(tx: EntityManager, chain: string): Promise<ChainHead> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(ChainHead)
    .values({ chain, seq: 0, hash: Buffer.from(genesis, 'hex') })
    .orIgnore()
    .execute();
  return tx.findOneOrFail(ChainHead, { where: { chain }, lock: { mode: 'pessimistic_write' } });
}
