import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';

/** What is there when the storm is over. */
export interface Reconciled {
  accepted: number;
  memberships: number;
  workflows: number;
  cases: number;
  /** Members by the sum of their cases' own count. */
  membersOfCases: number;
  outcomeMessages: number;
  outcomeRecipients: number;
}

/** Holds reports, memberships, cases and workflows against one another: nothing lost, nobody told twice. */
export async function reconcileStorm(of: {
  db: DataSource;
  temporal: Client;
  reports: number;
}): Promise<Reconciled & { problems: string[] }> {
  const [counts] = await of.db.query(
    `SELECT (SELECT count(*) FROM report)::int AS accepted, (SELECT count(*) FROM membership)::int AS memberships,
       (SELECT count(*) FROM cases)::int AS cases, (SELECT sum(members) FROM cases)::int AS "membersOfCases",
       (SELECT count(*) FROM message WHERE event = 'rejected' AND recipient_kind = 'person')::int AS "outcomeMessages",
       (SELECT count(DISTINCT recipient_id) FROM message WHERE event = 'rejected' AND recipient_kind = 'person')::int
         AS "outcomeRecipients"`,
  );
  const ids = new Set<string>();
  for await (const { workflowId } of of.temporal.workflow.list({ query: `WorkflowType = 'reportWorkflow'` }))
    ids.add(workflowId);
  const found: Reconciled = { ...counts, workflows: ids.size };
  return { ...found, problems: problemsOf(found, of.reports) };
}

export function problemsOf(found: Reconciled, reports: number): string[] {
  const wanted = { accepted: reports, memberships: reports, workflows: reports, membersOfCases: reports };
  const lost = Object.entries(wanted).flatMap(([what, count]) => {
    const there = found[what as keyof typeof wanted];
    return there === count ? [] : [`${what}: ${there} instead of ${count}`];
  });
  const twice = found.outcomeMessages - found.outcomeRecipients;
  return twice === 0 ? lost : [...lost, `${twice} people were told twice`];
}
