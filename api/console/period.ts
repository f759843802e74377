import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { refusal } from '../errors';

const DAY_MS = 86_400_000;

/** Whole local days in a query, the last one included. */
export const periodShape = { from: z.iso.date(), to: z.iso.date() };

/**
 * The instants from the first day's begin to the last one's end, which is not part of it.
 * @throws a refusal of `to` where they are none or more than `longestDays`
 */
export async function readPeriod(
  db: DataSource,
  asked: { from: string; to: string },
  longestDays: number,
): Promise<{ from: Date; to: Date }> {
  const [period] = await db.query(
    `SELECT $1::date::timestamp AT TIME ZONE timezone AS from, ($2::date + 1)::timestamp AT TIME ZONE timezone AS to
     FROM municipality LIMIT 1`,
    [asked.from, asked.to],
  );
  const days = (period.to.getTime() - period.from.getTime()) / DAY_MS;
  // An hour more or less where the clocks are changed.
  if (days <= 0 || days > longestDays + 1) throw refusal({ to: 'out-of-range' });
  return period;
}
