/** How many pieces there are still, `∞` where there is no limit. */
export const leftOf = ({ stock, taken }: { stock?: number | null; taken?: number }): string =>
  stock === null || stock === undefined ? '∞' : String(Math.max(0, stock - (taken ?? 0)));
