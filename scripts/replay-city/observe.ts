import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Played } from './play';
import type { Observed, Recorded } from './reconcile';

export interface Observatory {
  db: DataSource;
  temporal: Client;
}

/** Different reports that have a workflow; one that ended and was woken again counts once. */
async function countReportWorkflows(temporal: Client): Promise<number> {
  const ids = new Set<string>();
  for await (const { workflowId } of temporal.workflow.list({ query: `WorkflowType = 'reportWorkflow'` })) {
    ids.add(workflowId);
  }
  return ids.size;
}

/** Everything that reconciliation looks at. */
export async function observe({ db, temporal }: Observatory, played: Played): Promise<Observed> {
  const [counts] = await db.query(
    `SELECT (SELECT count(*)::int FROM report) AS reports,
            (SELECT count(*)::int FROM cases) AS cases,
            (SELECT count(*)::int FROM report WHERE started_at IS NOT NULL) AS started,
            (SELECT count(*)::int FROM log_entry WHERE name = 'deadline-imported') AS imports,
            (SELECT count(*)::int FROM message WHERE event = 'breach') AS "breachMessages",
            (SELECT count(*)::int FROM escalation WHERE stage = 'breach') AS breaches`,
  );
  const messages: { status: string; count: number }[] = await db.query(
    'SELECT status, count(*)::int AS count FROM message GROUP BY status',
  );
  return {
    ...counts,
    accepted: played.trackingCodes.size,
    workflows: await countReportWorkflows(temporal),
    messages: Object.fromEntries(messages.map(({ status, count }) => [status, count])),
    recorded: await recordedTimes(db, played.numbers),
    joined: played.joined,
    openingLags: played.openingLags,
  };
}

async function recordedTimes(db: DataSource, numbers: Played['numbers']): Promise<Map<string, Recorded>> {
  const rows: {
    number: string;
    dueAt: Date | null;
    stoppedAt: Date | null;
    source: string;
    breached: boolean;
  }[] = await db.query(
    `SELECT r.number, k.due_at AS "dueAt", k.stopped_at AS "stoppedAt", k.source,
              EXISTS (SELECT 1 FROM escalation e WHERE e.case_id = m.case_id AND e.clock = 'repair'
                      AND e.cycle = 1 AND e.stage = 'breach') AS breached
       FROM report r JOIN membership m ON m.report_id = r.id
       JOIN case_clock k ON k.case_id = m.case_id AND k.kind = 'repair' AND k.cycle = 1 AND k.turn = 1`,
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return new Map(
    [...numbers].flatMap(([id, number]) => {
      const row = byNumber.get(number);
      if (!row) return [];
      const { dueAt, stoppedAt, source, breached } = row;
      const times = { dueAt: dueAt?.getTime() ?? null, stoppedAt: stoppedAt?.getTime() ?? null };
      return [[id, { ...times, imported: source === 'import', breached }]];
    }),
  );
}
