import { type EntityManager, In, Not } from 'typeorm';
import { Round, RoundStop } from '../../db/entities';
import { appendLog } from '../../db/log';
import { DomainError } from '../../domain/errors';
import type { RoundFact } from '../../domain/round/facts';
import type { RoundState, Stop } from '../../domain/round/state';
import type { RoundSnapshot } from '../../workflows/round/ports';
import { type Expected, expectedTimes } from './timing';

/** The round's row, locked: whoever plans, dispatches or projects comes one after the other. */
export async function lockRound(tx: EntityManager, id: string): Promise<Round> {
  const row = await tx.findOne(Round, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new DomainError('not-found');
  return row;
}

/**
 * Writes what the workflow decided, in the caller's transaction that holds the lock of `row`. An older version never
 * overwrites; facts are written once, however often this is called.
 */
export async function projectRound(
  tx: EntityManager,
  row: Round,
  { state, errands, facts }: RoundSnapshot & { facts: RoundFact[] },
): Promise<void> {
  if (state.version > row.version) {
    const over = state.status === 'over';
    await tx.update(Round, { id: row.id }, {
      ...{ status: state.status, version: state.version, snapshot: { state, errands } },
      overAt: over ? (row.overAt ?? new Date(facts.at(-1)?.at ?? Date.now())) : null,
    } as never);
    const now = facts.at(-1)?.at ?? Date.now();
    await writeStops(tx, state, await expectedTimes(tx, row, state, now));
  }
  for (const [index, fact] of facts.entries()) await writeFact(tx, state, fact, index);
  await tellConsole(tx, state, facts);
}

/** The stops as the workflow left them last, without what was reserved for it. */
export async function restoreStops(tx: EntityManager, { id, snapshot }: Round): Promise<void> {
  if (snapshot) await writeStops(tx, { ...snapshot.state, roundId: id }, new Map(), true);
}

/** A case that was reserved by an order which never arrived goes when the round is over. */
async function writeStops(
  tx: EntityManager,
  { roundId, status, stops }: RoundState,
  expected: Map<string, Expected>,
  alone = status === 'over',
): Promise<void> {
  if (alone) {
    const known = stops.map(({ caseId }) => caseId);
    await tx.delete(RoundStop, { roundId, caseId: Not(In(known)) });
  }
  const rows = stops.map((stop, position) => ({ roundId, position, ...columnsOf(stop) }));
  if (rows.length > 0) await tx.upsert(RoundStop, rows as never, ['roundId', 'caseId']);
  // What is over keeps the times that were expected last.
  for (const [caseId, times] of expected) await tx.update(RoundStop, { roundId, caseId }, times);
}

const columnsOf = ({ arrivedAt, leftAt, ...stop }: Stop) => ({
  ...stop,
  arrivedAt: arrivedAt === null ? null : new Date(arrivedAt),
  leftAt: leftAt === null ? null : new Date(leftAt),
});

async function writeFact(
  tx: EntityManager,
  { roundId, version }: RoundState,
  { name, at, actor, commandId, noteId, data }: RoundFact,
  index: number,
): Promise<void> {
  await appendLog(tx, {
    ...{ chain: `round:${roundId}`, factId: `${version}.${index}`, name, at: new Date(at), actor },
    public: false,
    data: { ...data, ...(commandId && { commandId }), version },
    noteId,
  });
}

/** Who looks at the round, or at a case in it, sees it at once. */
async function tellConsole(tx: EntityManager, { stops }: RoundState, facts: RoundFact[]): Promise<void> {
  const named = facts.flatMap(({ data }) => (typeof data?.caseId === 'string' ? [data.caseId] : []));
  const [first] = stops;
  for (const caseId of named.length > 0 ? new Set(named) : first ? [first.caseId] : [])
    await tx.query(`SELECT pg_notify('case_changed', $1)`, [caseId]);
}
