/** The part of jStat (MIT, no dependencies, ships no types) that is used here. `inv` is the quantile function. */
declare module 'jstat' {
  export const jStat: {
    beta: {
      inv(p: number, alpha: number, beta: number): number;
      cdf(x: number, alpha: number, beta: number): number;
    };
    gamma: { inv(p: number, shape: number, scale: number): number };
    studentt: { inv(p: number, degrees: number): number };
  };
}
