/** One bar of a Pareto chart. */
export interface Bar<Name extends string> {
  name: Name;
  count: number;
  /** Of all that was counted, from 0 to 1: of this one, and of this one with all before it. */
  share: number;
  cumulative: number;
}

/**
 * What was counted, the most frequent first and equal ones by name, with the shares of a Pareto chart: the few
 * that most of it comes from stand at the left (Juran, Quality Control Handbook, 1951). What was never counted has no bar.
 */
export function pareto<Name extends string>(counts: Partial<Record<Name, number>>): Bar<Name>[] {
  const counted = (Object.entries(counts) as [Name, number][]).filter(([, count]) => count > 0);
  const total = counted.reduce((sum, [, count]) => sum + count, 0);
  let before = 0;
  return counted
    .sort(([a, left], [b, right]) => right - left || a.localeCompare(b, 'en'))
    .map(([name, count]) => {
      before += count;
      return { name, count, share: count / total, cumulative: before / total };
    });
}
