import type { DataSource } from 'typeorm';
import type { Case } from '../db/entities';
import type { Done, DoneLists } from '../workflows/case/messages';

/** As many as a case keeps while it runs. */
const KEPT = 200;

/** What a case's log says was carried out, for a run that begins where the database has the case. */
export async function carriedOut(db: DataSource, { id, status }: Case): Promise<DoneLists> {
  const by = async (key: string): Promise<Done[]> => {
    const rows: { id: string; version: number }[] = await db.query(
      `SELECT ${key} AS id, max((data->>'version')::int) AS version FROM log_entry
       WHERE chain = $1 AND ${key} IS NOT NULL AND name NOT IN ('merge-refused', 'parting-refused') GROUP BY 1 ORDER BY 2 DESC LIMIT ${KEPT}`,
      [`case:${id}`],
    );
    return rows.reverse().map((row) => ({ ...row, status }));
  };
  return { commands: await by("data->>'commandId'"), events: await by(EVENT_ID) };
}

/** An act, a forward's news, a merge of another case into this one or its undo, an answer. */
const EVENT_ID = `COALESCE(data->>'actId', data->>'newsId', data->>'mergeId', data->>'unmergeId',
  data->>'messageId')`;
