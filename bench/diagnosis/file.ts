import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type CaseEvent, eventNames } from '../../domain/diagnosis/event';

const text = z.string().max(200).default('');

/** A row of the documented schema (docs/diagnosis.md). */
const row = z.object({
  at: z.iso.datetime({ offset: true }).transform((value) => Date.parse(value)),
  name: z.enum(eventNames),
  department: text,
  case: text,
  unit: text,
  reason: text,
  amount: z
    .string()
    .default('')
    .transform((value) => (value === '' ? null : Number(value)))
    .refine((value) => value === null || Number.isFinite(value)),
});

/**
 * The events of a CSV file of the documented schema.
 * @throws Error naming the line that is wrong
 */
export async function readEvents(file: string): Promise<CaseEvent[]> {
  const rows: unknown[] = parse(await readFile(file), { columns: true, bom: true, skip_empty_lines: true });
  return rows.map((one, index) => {
    const read = row.safeParse(one);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(`${file} is wrong in line ${index + 2}: ${issue?.path.join('.')} ${issue?.message}`);
    }
    const { case: caseId, ...event } = read.data;
    return { ...event, caseId };
  });
}
