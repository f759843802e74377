/** How late things came, in milliseconds. */
export interface Lag {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  worst: number;
}

/** The value that so much of the list (0 to 1) does not exceed; the list need not be sorted. */
export function percentile(values: readonly number[], part: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] as number;
}

export const lagOf = (values: readonly number[]): Lag => ({
  count: values.length,
  p50: Math.round(percentile(values, 0.5)),
  p95: Math.round(percentile(values, 0.95)),
  p99: Math.round(percentile(values, 0.99)),
  worst: Math.round(percentile(values, 1)),
});
