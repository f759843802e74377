import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import type { Case } from '../db/entities';
import { appendLog } from '../db/log';
import { readWeighables } from '../db/priority/weighables';
import { terminalStatuses } from '../domain/case/state';
import { isTold } from '../domain/priority/changed';
import { type Weighed, weigh } from '../domain/priority/weigh';

export interface Weighing {
  /** SLA time runs this many times faster than the clock on the wall. */
  slaSpeed: number;
  now?: Date;
}

type Standing = Pick<Case, 'id' | 'priority' | 'band' | 'priorityParts' | 'burstAt'>;

/**
 * Weighs open cases anew in the caller's transaction and writes what has changed, with a line in the timeline of
 * each whose change is worth one. The caller holds the locks of their rows.
 * @returns how many changed
 */
export async function weighCases(tx: EntityManager, ids: string[], how: Weighing): Promise<number> {
  const { now = new Date() } = how;
  const changed = await changesOf(tx, ids, { ...how, now });
  if (changed.length === 0) return 0;
  const rows = changed.map(({ from, to }) => ({ id: from.id, ...columnsOf(to) }));
  await tx.query(write, [JSON.stringify(rows)]);
  for (const { from, to } of changed) {
    if (from.priorityParts && isTold(standing(from), to)) await tell(tx, from, to, now);
  }
  return changed.length;
}

const write = `
UPDATE cases SET priority = w.priority, band = w.band, priority_parts = w."priorityParts", burst_at = w."burstAt"
FROM json_to_recordset($1) AS w (id uuid, priority smallint, band text, "priorityParts" jsonb, "burstAt" timestamptz)
WHERE cases.id = w.id`;

/** Read at once. */
const PAGE = 500;
/** Locked at once: whoever wants to project one of them waits for all. */
const BATCH = 50;

/**
 * The same for cases that nobody has locked, in transactions of its own; one that somebody is at work on is left
 * to them. Most have not changed: only those that have are locked, and weighed again under the lock.
 */
export async function weighFree(db: DataSource, ids: string[], how: Weighing): Promise<number> {
  let changed = 0;
  for (const page of inPages(ids, PAGE)) {
    const candidates = await changesOf(db.manager, page, how);
    for (const batch of inPages(candidates, BATCH)) {
      changed += await db.transaction(async (tx) => {
        const free: { id: string }[] = await tx.query(
          'SELECT id FROM cases WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED',
          [batch.map(({ from }) => from.id)],
        );
        return weighCases(tx, idsOf(free), how);
      });
    }
  }
  return changed;
}

/** Weighs the open cases that a person reported: what their word weighs has changed. */
export async function weighCasesOf(db: DataSource, personId: string, how: Weighing): Promise<number> {
  const rows: { id: string }[] = await db.query(
    `SELECT DISTINCT m.case_id AS id FROM report r JOIN membership m ON m.report_id = r.id WHERE r.person_id = $1`,
    [personId],
  );
  return weighFree(db, idsOf(rows), how);
}

/** Weighs all open cases. @returns how many changed */
export async function weighAll(db: DataSource, how: Weighing): Promise<number> {
  const open: { id: string }[] = await db.query('SELECT id FROM cases WHERE status <> ALL($1) ORDER BY id', [
    terminalStatuses,
  ]);
  return weighFree(db, idsOf(open), how);
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

function* inPages<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let first = 0; first < items.length; first += size) yield items.slice(first, first + size);
}

interface Change {
  from: Standing;
  to: Weighed;
}

async function changesOf(tx: EntityManager, ids: string[], how: Weighing): Promise<Change[]> {
  const { now = new Date(), slaSpeed } = how;
  const weighables = await readWeighables(tx, ids);
  const rows: Standing[] = await tx.query(
    `SELECT id, priority, band, priority_parts AS "priorityParts", burst_at AS "burstAt" FROM cases
     WHERE id = ANY($1) ORDER BY id`,
    [[...weighables.keys()]],
  );
  return rows
    .map((from) => ({ from, to: weigh(weighables.get(from.id)!, now.getTime(), slaSpeed) }))
    .filter(({ from, to }) => differs(from, to));
}

function columnsOf({ score, band, parts, reasons, burstAt }: Weighed) {
  return {
    priority: score,
    band,
    priorityParts: { points: parts, reasons },
    burstAt: burstAt === null ? null : new Date(burstAt),
  };
}

const differs = ({ id: _, ...from }: Standing, to: Weighed): boolean =>
  !isDeepStrictEqual(from, columnsOf(to));

const standing = ({ priority, band }: Standing) => ({ score: priority, band });

/** What changed, from which points to which: what people read is made of it where they read it. */
async function tell(tx: EntityManager, from: Standing, to: Weighed, now: Date): Promise<void> {
  await appendLog(tx, {
    chain: `case:${from.id}`,
    factId: randomUUID(),
    name: 'priority-changed',
    at: now,
    actor: { kind: 'system', id: null },
    public: false,
    data: {
      from: { ...standing(from), points: from.priorityParts?.points },
      to: { score: to.score, band: to.band, points: to.parts },
    },
  });
}
