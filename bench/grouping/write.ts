import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Thresholds, Weights } from '../../domain/grouping/weights';

const FILE = path.join('domain', 'grouping', 'weights.ts');
const MARK = '// Written by `npm run bench -- grouping --write`';

/** Replaces what stands below the mark in the file of the weights. */
export function writeWeights(weights: Weights, thresholds: Thresholds, today: Date): void {
  const text = readFileSync(FILE, 'utf8');
  const head = text.slice(0, text.indexOf(MARK));
  const day = today.toISOString().slice(0, 10);
  writeFileSync(
    FILE,
    `${head}${MARK} on ${day}; what follows is not for hands.
export const weights: Weights = ${literal(weights)};

export const thresholds: Thresholds = ${literal(thresholds)};
`,
  );
}

/** As the formatter lays it out: one line where it fits. */
function literal(value: object): string {
  const lines = Object.entries(value).map(([name, one]) => `  ${name}: ${oneLine(one)},`);
  return ['{', ...lines, '}'].join('\n');
}

const oneLine = (value: unknown): string =>
  typeof value === 'object'
    ? `{ ${Object.entries(value as object)
        .map(([name, one]) => `${name}: ${oneLine(one)}`)
        .join(', ')} }`
    : String(value);
