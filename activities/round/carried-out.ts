import type { DataSource } from 'typeorm';
import type { ErrorCode } from '../../domain/errors';
import type { RoundDone } from '../../workflows/round/messages';

/** What a round's log says was said to it, and with what end, for a run that begins where the database has the round. */
export async function saidToRound(db: DataSource, roundId: string): Promise<RoundDone[]> {
  const rows: { id: string; version: number; refused: ErrorCode | null }[] = await db.query(
    `SELECT data->>'commandId' AS id, max((data->>'version')::int) AS version,
            max(data->>'code') FILTER (WHERE name = 'refused') AS refused
     FROM log_entry WHERE chain = $1 AND data->>'commandId' IS NOT NULL GROUP BY 1 ORDER BY 2`,
    [`round:${roundId}`],
  );
  return rows;
}
