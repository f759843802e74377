import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { parseRows } from '../../scripts/replay-city/rows';

/** A report of a city's file. Times are hours of the file's own clock, places WGS84 degrees. */
export interface Report {
  id: string;
  openedAt: number;
  closedAt: number | null;
  category: string;
  /** Null: a category for whatever fits none, which is akin to all. */
  group: string | null;
  latitude: number;
  longitude: number;
  text: string | null;
}

/** Two reports that somebody found to be one problem; the later one asks, the earlier one is known. */
export interface Pair {
  later: Report;
  earlier: Report;
}

const HOUR_MS = 3600_000;

/** @throws Error naming the file that cannot be read */
export function readCity(file: string): Report[] {
  return parseRows(read(file), Number.MAX_SAFE_INTEGER).map((row) => ({
    id: row.id,
    openedAt: row.openedAt / HOUR_MS,
    closedAt: row.closedAt === null ? null : row.closedAt / HOUR_MS,
    category: row.type,
    group: row.reason,
    latitude: row.latitude,
    longitude: row.longitude,
    text: null,
  }));
}

const pairRow = z.object({ duplicate_id: z.string(), parent_id: z.string() });

/** @throws Error naming the file, or the report that a pair names and the city has not */
export function readPairs(file: string, reports: readonly Report[]): Pair[] {
  const known = new Map(reports.map((report) => [report.id, report]));
  const find = (id: string) => known.get(id) ?? fail(`${file} names ${id}, which is not among the reports.`);
  return rowsOf(file, pairRow).map((row) => {
    const [earlier, later] = [find(row.duplicate_id), find(row.parent_id)].sort(byOpening);
    return { earlier: earlier!, later: later! };
  });
}

const textRow = z.object({
  id: z.string(),
  reported_at: z.string().transform((text) => Date.parse(`${text.replace(' ', 'T')}Z`) / HOUR_MS),
  category: z.string(),
  text: z.string(),
  lat: z.coerce.number(),
  lon: z.coerce.number(),
});

/** "Remarks": of the texts' city the category for whatever fits none. */
const CATCH_ALL = 'Hinweise';

/** Reports with words; a category is "group > category", and when it was closed is not known. */
export function readTexts(file: string): Report[] {
  return rowsOf(file, textRow).map((row) => ({
    id: row.id,
    openedAt: row.reported_at,
    closedAt: null,
    category: row.category,
    group: groupOf(row.category),
    latitude: row.lat,
    longitude: row.lon,
    text: row.text,
  }));
}

function groupOf(category: string): string | null {
  const [group] = category.split(' > ');
  return group === CATCH_ALL ? null : group!;
}

const verdicts = ['same', 'different', 'unsure'] as const;
const labelRow = z.object({
  earlier_id: z.string(),
  later_id: z.string(),
  label: z.enum(verdicts),
  stands_for: z.coerce.number().positive(),
});
/** What a person said of a pair, and how many pairs like it this one was drawn for. */
export interface Label {
  earlierId: string;
  laterId: string;
  verdict: (typeof verdicts)[number];
  standsFor: number;
}

export const readLabels = (file: string): Label[] =>
  rowsOf(file, labelRow).map((row) => ({
    ...{ earlierId: row.earlier_id, laterId: row.later_id },
    ...{ verdict: row.label, standsFor: row.stands_for },
  }));

/** What was opened at the same second goes by its id. */
export const byOpening = (a: Report, b: Report): number =>
  a.openedAt - b.openedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function rowsOf<T extends z.ZodType>(file: string, schema: T): z.output<T>[] {
  const rows: unknown[] = parse(read(file), { columns: true, skip_empty_lines: true, bom: true });
  return rows.map((row, index) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return fail(`${file}, row ${index + 2}, column ${issue?.path.join('.')}: ${issue?.message}.`);
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fail(`${file} cannot be read.`);
  }
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
