import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { z } from 'zod';

/** One request of a city's file. Instants are milliseconds of the file's own clock. */
export interface CityRow {
  id: string;
  openedAt: number;
  /** By when the city wanted it done. */
  targetAt: number | null;
  closedAt: number | null;
  /** The city's own verdict. */
  mark: 'ONTIME' | 'OVERDUE' | null;
  department: string;
  /** What several types have in common. */
  reason: string;
  type: string;
  title: string;
  address: string;
  latitude: number;
  longitude: number;
}

/** What is wrong with a file, in one sentence. */
export class RowsError extends Error {}

const format = 'yyyy-MM-dd HH:mm:ss';

const instant = z.string().transform((text, context) => {
  // The file's clock has no zone and no summer time is played: its distances are what counts.
  const at = DateTime.fromFormat(text, format, { zone: 'utc' });
  if (!at.isValid) context.addIssue({ code: 'custom', message: `must look like ${format}` });
  return at.toMillis();
});
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => null), schema]) as z.ZodType<z.output<T> | null>;
const degrees = (limit: number) =>
  z.string().min(1).transform(Number).pipe(z.number().min(-limit).max(limit));

const row = z
  .object({
    id: z.string().min(1),
    opened_at: instant,
    target_at: orNothing(instant),
    closed_at: orNothing(instant),
    on_time: orNothing(z.enum(['ONTIME', 'OVERDUE'])),
    department: z.string().min(1),
    reason: z.string().default(''),
    type: z.string().min(1),
    title: z.string().default(''),
    address: z.string().default(''),
    lat: degrees(90),
    lon: degrees(180),
  })
  .transform(
    (read): CityRow => ({
      id: read.id,
      openedAt: read.opened_at,
      targetAt: read.target_at,
      closedAt: read.closed_at,
      mark: read.on_time,
      department: read.department,
      reason: read.reason,
      type: read.type,
      title: read.title,
      address: read.address,
      latitude: read.lat,
      longitude: read.lon,
    }),
  );

/**
 * The first `count` requests of a CSV file, in the order of their opening.
 * @throws RowsError naming line and column of what cannot be read
 */
export function readRows(file: string, count: number): CityRow[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new RowsError(`${file} cannot be read: give a file of requests with --file.`);
  }
  return parseRows(text, count);
}

/** The same for text. */
export function parseRows(text: string, count: number): CityRow[] {
  const records = parseCsv(text, count);
  if (records.length === 0) throw new RowsError('The file holds no requests.');
  const rows = records.map((record, index) => {
    const read = row.safeParse(record);
    if (read.success) return read.data;
    const issue = read.error.issues[0];
    throw new RowsError(`Row ${index + 2}, column ${issue?.path.join('.')}: ${issue?.message}.`);
  });
  return rows.sort((a, b) => a.openedAt - b.openedAt);
}

function parseCsv(text: string, count: number): unknown[] {
  try {
    return parse(text, { columns: true, to: count, skip_empty_lines: true, bom: true });
  } catch (error) {
    throw new RowsError(`The file is no CSV: ${(error as Error).message}.`);
  }
}
