import type { Spell } from './spell';

/** What came of one repair. */
export interface RepairOutcome {
  categoryId: string;
  /** 1 to 5, one of each citizen who rated it. */
  stars: readonly number[];
  /** Of the clock on the wall, from when it was to be repaired until it was. */
  hours: number;
  /** Whether its target was kept; null where it had none. */
  inTime: boolean | null;
  /** Euro. */
  cost: number;
  spell: Spell;
}
