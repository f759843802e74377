import type { CaseStatus } from '../../vocabulary';
import { openStatuses } from '../../vocabulary';

export interface CaseCounts {
  byStatus: Partial<Record<CaseStatus, number>>;
  late: number;
  emergencies: number;
  reopenAsked: number;
  bursts: number;
}

export type TabName = CaseStatus | 'open' | 'late' | 'emergencies' | 'reopenAsked' | 'bursts' | 'over';
type Filter = Record<string, unknown>;

/** The tabs of the inbox: what asks for attention first, then the life of a case. */
export const tabs: { name: TabName; filter: Filter }[] = [
  { name: 'open', filter: { open: true } },
  { name: 'late', filter: { late: true } },
  { name: 'emergencies', filter: { open: true, emergency: ['injured', 'imminent'] } },
  { name: 'reopenAsked', filter: { reopenAsked: true } },
  { name: 'bursts', filter: { burst: true } },
  ...openStatuses.map((status) => ({ name: status, filter: { status: [status] } })),
  { name: 'over', filter: { open: false } },
];

const tabFields = ['open', 'late', 'emergency', 'reopenAsked', 'burst', 'status'];

const sameFilter = (a: Filter, b: Filter) =>
  tabFields.every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));

/** Which tab a filter belongs to, or null when it was put together otherwise. */
export const tabOf = (filter: Filter): TabName | null =>
  tabs.find((tab) => sameFilter(tab.filter, filter))?.name ?? null;

/** What was asked for apart from the tab: it holds for every tab and its count. */
export const withoutTab = (filter: Filter): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([field]) => !tabFields.includes(field)));

/** The tab's filter with everything else that was asked for kept. */
export const withTab = (filter: Filter, name: TabName): Filter => ({
  ...withoutTab(filter),
  ...tabs.find((tab) => tab.name === name)?.filter,
});

/** How many cases stand behind a tab. */
export function countOf(counts: CaseCounts, name: TabName): number {
  const sum = (statuses: readonly CaseStatus[]) =>
    statuses.reduce((total, status) => total + (counts.byStatus[status] ?? 0), 0);
  switch (name) {
    case 'open':
      return sum(openStatuses);
    case 'over':
      return sum(['closed', 'rejected', 'answered']);
    case 'late':
    case 'emergencies':
    case 'reopenAsked':
    case 'bursts':
      return counts[name];
    default:
      return counts.byStatus[name] ?? 0;
  }
}
