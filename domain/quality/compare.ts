import type { RepairOutcome } from './outcome';
import { type Ranks, rankCards, type Scorecard, scorecardOf } from './scorecard';
import { usualOf } from './usual';

/** What scorecards are about. */
export const groupKinds = ['supplier', 'crew', 'material', 'procedure', 'category'] as const;
export type GroupKind = (typeof groupKinds)[number];

export interface Group {
  id: string;
  nameIt: string;
  nameEn: string;
}

/** A repair, and whose or what it counts for: several materials, or nobody that is compared. */
export interface GroupedOutcome extends RepairOutcome {
  groups: readonly Group[];
}

export type Compared = Group & Scorecard & { ranks: Ranks };

/** The card of every group, with its ranks. @param outcomes of all repairs: what is usual is computed from them too */
export function compareGroups(outcomes: readonly GroupedOutcome[]): Compared[] {
  const usual = usualOf(outcomes);
  const all = [...byGroup(outcomes).values()];
  const cards = all.map(({ own }) => scorecardOf(own, usual));
  const ranks = rankCards(cards);
  return all.map(({ group }, index) => ({ ...group, ...cards[index]!, ranks: ranks[index]! }));
}

function byGroup(outcomes: readonly GroupedOutcome[]) {
  const groups = new Map<string, { group: Group; own: GroupedOutcome[] }>();
  for (const one of outcomes)
    for (const group of one.groups) {
      const known = groups.get(group.id);
      if (known) known.own.push(one);
      else groups.set(group.id, { group, own: [one] });
    }
  return groups;
}
