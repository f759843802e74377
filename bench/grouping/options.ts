import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const DATA = path.join('..', 'shared', 'data');

export interface Options {
  /** Files of a city with labelled pairs, and of one with texts; shapes in bench/README.md. */
  reports: string;
  pairs: string;
  texts: string;
  labels: string;
  /** Put what was fitted into domain/grouping/weights.ts. */
  write: boolean;
}

/**
 * Reads the command line.
 * @throws Error in one sentence, when an option is wrong or the data are not there
 */
export function readOptions(args: string[]): Options {
  const file = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { reports: file, pairs: file, write: { type: 'boolean', default: false } },
  });
  if (Boolean(values.reports) !== Boolean(values.pairs)) {
    throw new Error('Give --reports and --pairs together: pairs name reports.');
  }
  const options = {
    reports: values.reports ?? path.join(DATA, 'boston311', 'reports-2015-h1.csv'),
    pairs: values.pairs ?? path.join(DATA, 'boston311', 'duplicates-2015-h1.csv'),
    texts: path.join(DATA, 'konstanz', 'reports.csv'),
    labels: path.join('bench', 'grouping', 'konstanz-labels.csv'),
    write: values.write,
  };
  for (const needed of [options.reports, options.pairs, options.texts, options.labels]) {
    if (!existsSync(needed)) {
      throw new Error(`${needed} is not there. The labels refer to data that the product does not ship.`);
    }
  }
  return options;
}
