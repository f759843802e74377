/** A share with its Wilson interval of 95 %: where the true share lies, of which so many of so many were seen. */
export interface Share {
  count: number;
  of: number;
  share: number;
  from: number;
  to: number;
}

/** The normal deviate that leaves 2.5 % on either side. */
const Z = 1.959964;

/** Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, share: Number.NaN, from: 0, to: 1 };
  const share = count / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { count, of, share: rounded(share), from: rounded(middle - half), to: rounded(middle + half) };
}

/** Four digits; nothing lies below zero, whatever the machine rounds. */
const rounded = (value: number) => Math.max(0, Math.round(value * 10_000) / 10_000);
