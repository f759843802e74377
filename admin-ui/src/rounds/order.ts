import type { RoundDetail, RoundStop } from './types';

/** The list with what stood at `from` at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from] as T);
}

export const stillToDo = ({ stops }: Pick<RoundDetail, 'stops'>): RoundStop[] =>
  stops.filter(({ status }) => status === 'planned');

/** Where the crew is, else where it goes next. */
export const nextStop = ({ stops }: Pick<RoundDetail, 'stops'>): RoundStop | undefined =>
  stops.find(({ status }) => status === 'arrived') ?? stops.find(({ status }) => status === 'planned');

/** How many stops are over, and of how many. */
export function progress(counts: RoundDetail['counts']): { over: number; all: number } {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { over: all - (counts.planned ?? 0) - (counts.arrived ?? 0), all };
}
