import { type Lag, lagOf } from './lag';
import type { Story } from './stories';
import { endOnWall, type Timeline } from './timeline';

/** What the product recorded about one request; instants of the wall. */
export interface Recorded {
  dueAt: number | null;
  /** The repair clock stopped: somebody marked it repaired. */
  stoppedAt: number | null;
  /** Its deadline came with the import. */
  imported: boolean;
  /** The breach stage of the repair clock fired. */
  breached: boolean;
}

/** What is found when the replay is over. */
export interface Observed {
  /** Tracking codes that the API answered. */
  accepted: number;
  reports: number;
  cases: number;
  /** Reports whose row says that their workflow was started. */
  started: number;
  /** Different report workflows that Temporal knows. */
  workflows: number;
  /** Entries of the log about imported deadlines. */
  imports: number;
  messages: Record<string, number>;
  /** Messages that tell of a breach, and breaches. */
  breachMessages: number;
  breaches: number;
  /** By the file's id. */
  recorded: Map<string, Recorded>;
  /** Requests that are reports of an earlier one's case: what becomes of them is what becomes of that. */
  joined: Set<string>;
  /** How late the reports were sent, in milliseconds. */
  openingLags: number[];
}

export interface Reconciliation {
  rows: number;
  joined: number;
  accepted: number;
  reports: number;
  cases: number;
  workflows: number;
  repaired: number;
  stillOpen: number;
  escalated: number;
  /** Requests that the city marked, by what became of them here. */
  verdicts: { agreed: number; undecidable: number; disagreed: number; none: number };
  /** Marked OVERDUE with a target inside the window. */
  cityOverdue: number;
  messages: Record<string, number>;
  lag: { opening: Lag; closing: Lag; worstClosingInFileMinutes: number };
  problems: string[];
}

/** Compares the file with what became of it. Every problem is a sentence; none means that it reconciles. */
export function reconcile(all: readonly Story[], timeline: Timeline, seen: Observed): Reconciliation {
  const stories = all.filter(({ row }) => !seen.joined.has(row.id));
  const closingLags = stories.flatMap(({ row, repairAt }) => {
    const stoppedAt = seen.recorded.get(row.id)?.stoppedAt ?? null;
    return repairAt === null || stoppedAt === null ? [] : [stoppedAt - repairAt];
  });
  const worst = Math.max(0, ...closingLags);
  const byClocks = stories.map((story) => [story, isLate(story, timeline, seen)] as const);
  const escalated = new Set(
    stories.filter((story) => isEscalated(story, timeline, seen)).map(({ row }) => row.id),
  );
  const verdicts = { agreed: 0, undecidable: 0, disagreed: 0, none: 0 };
  const disagreements: string[] = [];
  for (const story of stories) {
    const verdict = compare(story, timeline, escalated.has(story.row.id), worst);
    verdicts[verdict] += 1;
    if (verdict === 'disagreed') disagreements.push(story.row.id);
  }
  const problems = [
    ...counts(all, stories, seen),
    ...unlike(
      'escalated though the recorded times are not late',
      byClocks.filter(([{ row }, late]) => !late && escalated.has(row.id)),
    ),
    ...unlike(
      'late by the recorded times and not escalated',
      byClocks.filter(([{ row }, late]) => late && !escalated.has(row.id)),
    ),
    ...unlike(
      'not repaired though the city closed it in the window',
      stories.filter(
        ({ row, repairAt }) => repairAt !== null && (seen.recorded.get(row.id)?.stoppedAt ?? null) === null,
      ),
    ),
    ...unlike(
      'without its imported deadline',
      stories.filter(({ row, deadline }) => {
        const { imported = false, dueAt = null } = seen.recorded.get(row.id) ?? {};
        return deadline !== null && !(imported && dueAt === deadline);
      }),
    ),
    ...unlike(
      'repaired before its time',
      closingLags.filter((lag) => lag < 0),
    ),
    ...unlike('judged otherwise than by the city', disagreements),
  ];
  return {
    rows: all.length,
    joined: seen.joined.size,
    accepted: seen.accepted,
    reports: seen.reports,
    cases: seen.cases,
    workflows: seen.workflows,
    repaired: closingLags.length,
    stillOpen: stories.length - closingLags.length,
    escalated: escalated.size,
    verdicts,
    cityOverdue: stories.filter((story) => cityVerdict(story, timeline) === true).length,
    messages: seen.messages,
    lag: {
      opening: lagOf(seen.openingLags),
      closing: lagOf(closingLags),
      worstClosingInFileMinutes: Math.round((worst * timeline.speed) / 60_000),
    },
    problems,
  };
}

/** Has the deadline passed inside the window, by the times that the product recorded? */
function isLate({ row }: Story, timeline: Timeline, { recorded }: Observed): boolean {
  const { dueAt = null, stoppedAt = null } = recorded.get(row.id) ?? {};
  return dueAt !== null && dueAt <= Math.min(endOnWall(timeline), stoppedAt ?? Number.POSITIVE_INFINITY);
}

/** A deadline after the window may be breached while the last things are done: that is not the window's. */
function isEscalated({ row }: Story, timeline: Timeline, { recorded }: Observed): boolean {
  const found = recorded.get(row.id);
  return Boolean(found?.breached && found.dueAt !== null && found.dueAt <= endOnWall(timeline));
}

/** Would the city have escalated it inside the window? Null where it says nothing. */
function cityVerdict({ row }: Story, timeline: Timeline): boolean | null {
  if (row.targetAt === null || row.mark === null) return null;
  return row.mark === 'OVERDUE' && row.targetAt <= timeline.end;
}

/**
 * A request that the city closed in time, and by less than this run was ever late, may have become late
 * here: nobody can tell.
 */
function compare(
  story: Story,
  timeline: Timeline,
  escalated: boolean,
  worst: number,
): 'agreed' | 'undecidable' | 'disagreed' | 'none' {
  const verdict = cityVerdict(story, timeline);
  if (verdict === null) return 'none';
  const { repairAt, deadline } = story;
  const close = !verdict && repairAt !== null && deadline !== null && deadline - repairAt <= worst;
  if (close) return 'undecidable';
  return verdict === escalated ? 'agreed' : 'disagreed';
}

function counts(all: readonly Story[], stories: readonly Story[], seen: Observed): string[] {
  const problems: string[] = [];
  const same = (what: string, found: number, wanted: number) => {
    if (found !== wanted) problems.push(`${what}: ${found} instead of ${wanted}`);
  };
  same('accepted reports', seen.accepted, all.length);
  same('reports in the database', seen.reports, all.length);
  same('cases in the database', seen.cases, stories.length);
  same('reports marked as started', seen.started, all.length);
  same('report workflows in Temporal', seen.workflows, all.length);
  same('imports in the log', seen.imports, stories.filter(({ deadline }) => deadline !== null).length);
  const { sent = 0, kept = 0, suppressed = 0, failed = 0, ...others } = seen.messages;
  const total = Object.values(seen.messages).reduce((sum, count) => sum + count, 0);
  same(`messages at their end (still ${JSON.stringify(others)})`, sent + kept + suppressed + failed, total);
  same('messages about breaches', seen.breachMessages, seen.breaches);
  return problems;
}

/** One sentence for all requests with the same problem, with the first of them. */
function unlike(what: string, found: readonly unknown[]): string[] {
  if (found.length === 0) return [];
  const name = (one: unknown): string => {
    const story = Array.isArray(one) ? one[0] : one;
    return typeof story === 'object' && story !== null && 'row' in story
      ? (story as Story).row.id
      : String(story);
  };
  return [`${found.length} ${what}: ${found.slice(0, 5).map(name).join(', ')}`];
}
