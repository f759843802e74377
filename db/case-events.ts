import type { DataSource, EntityManager } from 'typeorm';
import type { CaseEvent, EventName } from '../domain/diagnosis/event';
import { EXPLAINED_WITHIN_HOURS } from '../domain/review/review';

/** An entry of the log that was just written. */
interface Entry {
  chain: string;
  seq: number;
  name: string;
  at: Date;
  data: Record<string, unknown>;
}

/** Names of the log to those of the schema; what is not here says nothing of why a department is late. */
const ofCase: Record<string, readonly EventName[]> = {
  opened: ['opened'],
  verified: ['verified'],
  accepted: ['accepted'],
  assigned: ['assigned'],
  unassigned: ['unassigned'],
  started: ['started'],
  paused: ['paused'],
  'question-asked': ['paused'],
  resumed: ['resumed'],
  'pause-expired': ['resumed'],
  'question-answered': ['resumed'],
  'question-expired': ['resumed'],
  'question-withdrawn': ['resumed'],
  repaired: ['repaired'],
  reopened: ['reopened'],
  rerouted: ['rerouted'],
  'handover-taken': ['rerouted'],
  rejected: ['ended'],
  answered: ['ended'],
  closed: ['ended'],
  breach: ['breached', 'escalated', 'review-opened'],
  management: ['escalated'],
  'escalation-seen': ['acknowledged'],
  'review-found': ['review-closed'],
  'review-due': ['review-opened'],
  'review-closed': ['review-closed'],
  'review-reopened': ['review-opened'],
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Crew or supplier; of everybody else the schema says nothing. */
const unitOf = ({ kind, id }: Record<string, unknown>): string =>
  kind === 'crew' || kind === 'supplier' ? `${kind}:${id}` : '';

/** Entries about a clock that ran out. */
const ofClock = ['breach', 'management', 'review-found', 'review-due', 'review-closed', 'review-reopened'];

/** Why; of a clock that ran out, which; of a question, whom it waits for. */
const reasonOf = ({ name, data }: Entry): string =>
  ofClock.includes(name)
    ? text(data.clock)
    : text(name === 'question-asked' ? data.kind : (data.reason ?? data.outcome));

/**
 * A department that hands its case to a supplier has the case all the same; and a review that somebody follows waits for
 * nobody, whatever is said of it.
 */
function isTold({ name, data }: Entry): boolean {
  if (name === 'handover-taken') return data.kind === 'department';
  return data.from !== 'following' || name === 'review-due';
}

/** Hours that are allowed, planned or were worked: what `amount` means by the name of the event. */
const AMOUNT = `CASE $3
  WHEN 'review-opened' THEN ${EXPLAINED_WITHIN_HOURS}
  WHEN 'opened' THEN extract(epoch FROM c.repair_due_at - $4::timestamptz) / 3600
  WHEN 'assigned' THEN (SELECT service_minutes / 60.0 FROM category WHERE id = c.category_id)
  WHEN 'repaired' THEN (SELECT hours FROM repair WHERE id = ($7::jsonb->>'repairId')::uuid) END`;

/** Writes what an entry of the log says in the schema of events, in the transaction that writes the entry. */
export async function writeCaseEvents(tx: EntityManager, entry: Entry): Promise<void> {
  if (entry.chain.startsWith('round:')) return writeRoundEvent(tx, entry);
  if (!entry.chain.startsWith('case:') || !isTold(entry)) return;
  const { chain, seq, at, data } = entry;
  for (const name of ofCase[entry.name] ?? [])
    await tx.query(
      `INSERT INTO case_event (chain, seq, name, at, department_id, case_id, unit, reason, amount)
       SELECT $1, $2, $3, $4, c.department_id, c.id, coalesce(nullif($5, ''), CASE
         WHEN $3 NOT IN ('started', 'repaired') THEN '' WHEN c.crew_id IS NOT NULL THEN 'crew:' || c.crew_id
         WHEN c.supplier_id IS NOT NULL THEN 'supplier:' || c.supplier_id ELSE '' END),
         CASE $3 WHEN 'opened' THEN (SELECT code FROM category WHERE id = c.category_id) ELSE $6 END, ${AMOUNT}
       FROM cases c WHERE c.id = $8::uuid ON CONFLICT DO NOTHING`,
      [
        ...[
          chain,
          seq,
          name,
          at,
          unitOf(data),
          reasonOf(entry),
          JSON.stringify(data),
          chain.slice('case:'.length),
        ],
      ],
    );
}

/** A crew that is sent out has so many hours; one that arrives has come so many metres from the stop before. */
async function writeRoundEvent(tx: EntityManager, { chain, seq, name, at, data }: Entry): Promise<void> {
  const roundId = chain.slice('round:'.length);
  if (name === 'dispatched')
    await tx.query(
      `INSERT INTO case_event (chain, seq, name, at, department_id, unit, amount)
       SELECT $1, $2, 'staffed', $3, department_id, 'crew:' || crew_id,
         extract(epoch FROM shift_to - shift_from) / 3600
         - coalesce((SELECT sum((b->>'minutes')::float8) / 60 FROM jsonb_array_elements(breaks) b), 0)
       FROM round WHERE id = $4::uuid ON CONFLICT DO NOTHING`,
      [chain, seq, at, roundId],
    );
  if (name === 'arrived')
    await tx.query(
      `INSERT INTO case_event (chain, seq, name, at, department_id, case_id, unit, amount)
       SELECT $1, $2, 'arrived', $3, c.department_id, c.id, 'crew:' || r.crew_id,
         ST_Distance(c.location::geography, coalesce((
           SELECT b.location FROM round_stop s JOIN cases b ON b.id = s.case_id
           WHERE s.round_id = r.id AND s.case_id <> c.id AND s.arrived_at < $3
           ORDER BY s.arrived_at DESC LIMIT 1), r.depot)::geography)
       FROM round r JOIN cases c ON c.id = ($5::jsonb->>'caseId')::uuid WHERE r.id = $4::uuid ON CONFLICT DO NOTHING`,
      [chain, seq, at, roundId, JSON.stringify(data)],
    );
}

/**
 * The events of a department before `to`: those of the cases that it has now and that were open after `from`, and what
 * its crews had then. A case that has gone to another department counts there, one that was merged in the other case.
 */
export async function eventsOf(
  db: Pick<DataSource, 'query'>,
  departmentId: string,
  { from, to }: { from: Date; to: Date },
): Promise<CaseEvent[]> {
  const rows: (Omit<CaseEvent, 'at'> & { at: Date; chain: string; seq: number })[] = await db.query(
    // What happens at the same instant always comes in the same order: resampling draws by it.
    `SELECT e.at, e.name, e.department_id AS department, e.case_id::text AS "caseId", e.unit, e.reason, e.amount, e.chain,
       e.seq
     FROM cases c JOIN case_event e ON e.case_id = c.id
     WHERE c.department_id = $1 AND c.kind = 'problem' AND c.merged_into IS NULL AND c.opened_at < $3
       AND (c.closed_at IS NULL OR c.closed_at >= $2) AND e.at < $3
     UNION ALL
     SELECT at, name, department_id, '', unit, reason, amount, chain, seq FROM case_event
     WHERE department_id = $1 AND name = 'staffed' AND at >= $2 AND at < $3
     ORDER BY at, chain, seq, name`,
    [departmentId, from, to],
  );
  return rows.map(({ chain: _, seq: __, at, ...row }) => ({ ...row, at: at.getTime() }));
}
