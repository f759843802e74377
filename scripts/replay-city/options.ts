import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

export const HELP = `npm run replay-city -- [options]

  --reports N   so many requests of the file, from its beginning (default 2000)
  --days N      length of the window in the file's days (default 45)
  --speed N     the file's time passes N times faster than the clock (default 4000)
  --file CSV    another file of the same shape
  --chaos       kill the worker a few times on the way
  --keep        keep the data folder afterwards`;

const DEFAULT_FILE = path.join('..', 'shared', 'data', 'boston311', 'reports-2015-h1.csv');

const number = (name: string, most: number) =>
  z.coerce
    .number({ error: `--${name} must be a number.` })
    .positive(`--${name} must be above 0.`)
    .max(most, `--${name} must be at most ${most}.`);

const schema = z.strictObject({
  reports: number('reports', 100_000).int('--reports must be a whole number.').default(2000),
  days: number('days', 3650).default(45),
  speed: number('speed', 1_000_000).default(4000),
  file: z.string().default(DEFAULT_FILE),
  chaos: z.boolean().default(false),
  keep: z.boolean().default(false),
  help: z.boolean().default(false),
});
export type Options = z.output<typeof schema>;

/**
 * Reads the command line.
 * @throws Error with one sentence
 */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: { reports: text, days: text, speed: text, file: text, chaos: flag, keep: flag, help: flag },
  });
  const read = schema.safeParse(values);
  if (!read.success) throw new Error(read.error.issues[0]?.message);
  return read.data;
}
