import { compareNumbers } from '../../domain/grouping/numbers';
import type { Likeness } from '../../domain/grouping/score';
import { Nearby } from './nearby';
import { byOpening, type Report } from './reports';
import { similarity } from './trigrams';

/** A case as a new report finds it. */
export interface Candidate {
  caseId: string;
  /** Since its first report. */
  openedHours: number;
  likeness: Omit<Likeness, 'radiusMetres'>;
}

/** A new report and what it finds. */
export interface Query {
  report: Report;
  candidates: Candidate[];
}

/** Two reports that are one problem. */
interface Named {
  earlier: { id: string };
  later: { id: string };
}

/** Which case a report belongs to, when all that was found to be the same is one case. */
export function caseOf(pairs: readonly Named[]): (id: string) => string {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const up = parent.get(id);
    return up === undefined || up === id ? id : root(up);
  };
  for (const { earlier, later } of pairs) {
    // The smaller id names the case, whatever the order of the pairs.
    const [first, second] = [root(earlier.id), root(later.id)].sort();
    parent.set(second!, first!);
  }
  return root;
}

/** Every report on its own. */
export const alone = (id: string) => id;

/** A city's reports in their cases. */
export class City {
  readonly #nearby: Nearby;
  readonly #members = new Map<string, Report[]>();

  /** @param reach metres; cases further away are no candidates of any rule */
  constructor(
    reports: readonly Report[],
    readonly caseOf: (id: string) => string,
    reach: number,
  ) {
    this.#nearby = new Nearby(reports, reach);
    for (const report of [...reports].sort(byOpening)) {
      const caseId = caseOf(report.id);
      this.#members.set(caseId, [...(this.#members.get(caseId) ?? []), report]);
    }
  }

  /** What a report finds at its opening. A case is where its first report is, and as new as its newest. */
  query(report: Report): Query {
    const near = this.#nearby.before(report);
    const places = new Map(near.map(({ report: other, metres }) => [other.id, metres]));
    const caseIds = new Set(near.map(({ report: other }) => this.caseOf(other.id)));
    const candidates = [...caseIds].flatMap((caseId) => {
      const members = this.#members.get(caseId)!.filter((member) => byOpening(member, report) < 0);
      const metres = places.get(members[0]!.id);
      return metres === undefined ? [] : [candidate(caseId, members, metres, report)];
    });
    return { report, candidates: candidates.sort((a, b) => (a.caseId < b.caseId ? -1 : 1)) };
  }
}

function candidate(caseId: string, members: readonly Report[], metres: number, report: Report): Candidate {
  const [first] = members;
  const likeness = {
    ...{ metres, accuracyMetres: 0 },
    hours: report.openedAt - members[members.length - 1]!.openedAt,
    closedHours: closedHours(members, report.openedAt),
    kinship: kinshipOf(first!, report),
    words: first!.text && report.text ? similarity(first!.text, report.text) : null,
    numbers: compareNumbers(first!.text, report.text),
  };
  return { caseId, openedHours: report.openedAt - first!.openedAt, likeness };
}

/** A case is open while any of its reports is. */
function closedHours(members: readonly Report[], now: number): number | null {
  const ends = members.map(({ closedAt }) => closedAt ?? Number.POSITIVE_INFINITY);
  const end = Math.max(...ends);
  return end > now ? null : now - end;
}

function kinshipOf(a: Report, b: Report): Likeness['kinship'] {
  if (a.category === b.category) return 'same';
  return a.group === null || b.group === null || a.group === b.group ? 'group' : 'other';
}
