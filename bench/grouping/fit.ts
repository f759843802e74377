/** One of several is right: features of each, and which are. */
export interface Choice {
  options: readonly (readonly number[])[];
  right: readonly number[];
}

/** Same or not: features, and what a person said. */
export interface Verdict {
  features: readonly number[];
  same: boolean;
}

export interface Fit {
  fitted: number[];
  logLikelihood: number;
}

/** Each weight but the free one comes from a normal distribution of this precision: the data have to insist. */
const RIDGE: number = 1;
const STEPS = 100;

/**
 * The weights under which what people found is likeliest: a logistic regression over the verdicts together with a
 * conditional one (McFadden 1974) over the choices, which ask which candidate is the right one and are blind to how
 * many duplicates nobody marked. Newton's method; what would fall below zero is left out, but for the `free` one.
 */
export function fitWeights(
  choices: readonly Choice[],
  verdicts: readonly Verdict[],
  width: number,
  free: number,
): Fit {
  let used = Array.from({ length: width }, () => true);
  for (;;) {
    const result = maximise(choices, verdicts, used, free);
    const negative = result.fitted.map((value, index) => index !== free && value < 0);
    if (!negative.includes(true)) return result;
    used = used.map((one, index) => one && !negative[index]);
  }
}

function maximise(
  choices: readonly Choice[],
  verdicts: readonly Verdict[],
  used: readonly boolean[],
  free: number,
): Fit {
  const width = used.length;
  const b = new Array<number>(width).fill(0);
  let before = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < STEPS; step++) {
    const ridge = b.map((_, index) => (index === free ? 0 : RIDGE));
    const slope = b.map((value, index) => -ridge[index]! * value);
    const curve = b.map((_, i) => b.map((__, j) => (i === j ? ridge[i]! : 0)));
    const logLikelihood =
      choices.reduce((sum, choice) => sum + addChoice(choice, b, slope, curve), 0) +
      verdicts.reduce((sum, verdict) => sum + addVerdict(verdict, b, slope, curve), 0);
    if (Math.abs(logLikelihood - before) < 1e-9) return { fitted: b, logLikelihood };
    before = logLikelihood;
    for (let i = 0; i < width; i++) {
      if (used[i]) continue;
      slope[i] = 0;
      for (let j = 0; j < width; j++) curve[i]![j] = curve[j]![i] = i === j ? 1 : 0;
    }
    const move = solve(curve, slope);
    const longest = Math.max(...move.map(Math.abs));
    // A first step that is too long would overshoot.
    const scale = longest > 1 ? 1 / longest : 1;
    for (let i = 0; i < width; i++) b[i]! += scale * move[i]!;
  }
  throw new Error('The fit has not come to rest.');
}

const dot = (a: readonly number[], b: readonly number[]) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Adds slope and curvature of one choice; answers its log likelihood. */
function addChoice({ options, right }: Choice, b: number[], slope: number[], curve: number[][]): number {
  const logits = options.map((option) => dot(option, b));
  const top = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - top));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  const rightOdds = right.reduce((sum, index) => sum + odds[index]!, 0);
  const mean = new Array<number>(b.length).fill(0);
  options.forEach((option, index) => {
    addScaled(mean, option, odds[index]! / all);
    addOuter(curve, option, odds[index]! / all);
  });
  addOuter(curve, mean, -1);
  addScaled(slope, mean, -1);
  for (const index of right) addScaled(slope, options[index]!, odds[index]! / rightOdds);
  return Math.log(rightOdds / all);
}

function addVerdict({ features, same }: Verdict, b: number[], slope: number[], curve: number[][]): number {
  const logit = dot(features, b);
  const likely = 1 / (1 + Math.exp(-logit));
  addScaled(slope, features, (same ? 1 : 0) - likely);
  addOuter(curve, features, likely * (1 - likely));
  return -Math.log1p(Math.exp(same ? -logit : logit));
}

function addScaled(to: number[], vector: readonly number[], scale: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += scale * vector[i]!;
}

function addOuter(to: number[][], vector: readonly number[], scale: number): void {
  for (let i = 0; i < vector.length; i++) {
    if (vector[i] === 0) continue;
    for (let j = 0; j < vector.length; j++) to[i]![j]! += scale * vector[i]! * vector[j]!;
  }
}

/** Gauss with pivots. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column).map((row) => Math.abs(row[column]!));
    const pivot = column + below.indexOf(Math.max(...below));
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      if (factor !== 0) addScaled(rows[row]!, rows[column]!, -factor);
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!);
}
