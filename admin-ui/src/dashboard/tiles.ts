import { type CaseCounts, countOf, type TabName, tabs } from '../cases/list/tabs';
import { toSee } from '../escalations/toSee';
import type { CaseStatus } from '../vocabulary';

export interface DashboardTile {
  /** Key of the translations. */
  label: string;
  count: number;
  to: string;
  /** Stands out: there should be none. */
  alarm: boolean;
}

/** The command that moves a case on from a status: whose work it is. */
const mover: [CaseStatus, string][] = [
  ['verifying', 'command.verify'],
  ['accepting', 'command.accept'],
  ['assigning', 'command.assign'],
  ['assigned', 'command.start'],
  ['working', 'command.mark-repaired'],
  ['repaired', 'command.qualify'],
];

const list = (resource: string, filter: object) =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
const link = (name: TabName) => list('cases', tabs.find((tab) => tab.name === name)?.filter ?? {});

/** What alarms first, then what waits for this person, then everything open. */
export function dashboardTiles(
  actions: readonly string[],
  counts: CaseCounts,
  totals: Record<'escalations' | 'asked' | 'appeals' | 'failed', number | null>,
): DashboardTile[] {
  const tile = (name: TabName, alarm = false): DashboardTile => {
    const count = countOf(counts, name);
    return { label: `casePage.tabs.${name}`, count, to: link(name), alarm: alarm && count > 0 };
  };
  const other = (label: string, count: number | null, to: string): DashboardTile[] =>
    count === null ? [] : [{ label, count, to, alarm: count > 0 }];
  return [
    tile('late', true),
    tile('emergencies', true),
    ...(actions.includes('command.decide-reopen') ? [tile('reopenAsked', true)] : []),
    ...(actions.includes('burst.confirm') && counts.bursts > 0 ? [tile('bursts', true)] : []),
    ...(totals.asked ? other('app.dashboard.asked', totals.asked, list('cases', { askedOfUs: true })) : []),
    ...(totals.appeals
      ? other('app.dashboard.appeals', totals.appeals, list('appeals', { state: 'open' }))
      : []),
    ...other('app.dashboard.escalations', totals.escalations, list('escalations', toSee(actions))),
    ...mover.filter(([, action]) => actions.includes(action)).map(([status]) => tile(status)),
    tile('open'),
    ...other('app.dashboard.failed', totals.failed, list('messages', { status: 'failed' })),
  ];
}
