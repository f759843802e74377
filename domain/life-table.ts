/** How long something lasted, or has lasted so far (`ended` false: it still goes on); any unit of time. */
export interface Lasting {
  time: number;
  ended: boolean;
  /** How long it had lasted when one began to look: it cannot have ended before. */
  from?: number;
}

/** A time at which something ended: of so many that were still watched just before, so many. */
export interface LifeRow {
  time: number;
  atRisk: number;
  ends: number;
}

/** The times at which something ended, the earliest first: what estimates of Kaplan and Meier (1958) are made of. */
export function lifeTable(all: readonly Lasting[]): LifeRow[] {
  const sorted = [...all].sort((a, b) => a.time - b.time);
  const entries = all.map(({ from = 0 }) => from).sort((a, b) => a - b);
  const rows: LifeRow[] = [];
  let entered = 0;
  for (let at = 0; at < sorted.length; ) {
    const { time } = sorted[at]!;
    while (entered < entries.length && (entries[entered]! < time || entries[entered] === 0)) entered += 1;
    const atRisk = entered - at;
    let ends = 0;
    for (; at < sorted.length && sorted[at]!.time === time; at++) if (sorted[at]!.ended) ends += 1;
    if (ends > 0 && atRisk > 0) rows.push({ time, atRisk, ends });
  }
  return rows;
}
