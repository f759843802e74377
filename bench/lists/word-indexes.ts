import type { DataSource } from 'typeorm';

/** Makes a million rows without the indexes of words, which are built sooner afterwards than kept up meanwhile. */
export async function withoutWordIndexes(db: DataSource, fill: () => Promise<void>): Promise<void> {
  const indexes: { name: string; definition: string }[] = await db.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename IN ('note', 'cases') AND indexdef LIKE '%USING gin%'`,
  );
  for (const { name } of indexes) await db.query(`DROP INDEX "${name}"`);
  await fill();
  for (const { definition } of indexes) await db.query(definition);
}
