import type { EntityManager } from 'typeorm';

/**
 * Whose a report is, null once it was erased. Until the transaction ends an erasure waits, and then finds what it wrote.
 * Who also locks the person does so before.
 */
export async function lockOwner(tx: EntityManager, reportId: string): Promise<string | null> {
  const [row]: { personId: string | null }[] = await tx.query(
    'SELECT person_id AS "personId" FROM report WHERE id = $1 FOR NO KEY UPDATE',
    [reportId],
  );
  return row?.personId ?? null;
}

/** Waits for all who are writing something of these reports, in an order that nobody else turns round. */
export async function lockForErasure(tx: EntityManager, reportIds: string[]): Promise<void> {
  await tx.query(
    `SELECT FROM person WHERE id IN (SELECT person_id FROM report WHERE id = ANY($1)) ORDER BY id FOR NO KEY UPDATE`,
    [reportIds],
  );
  await tx.query('SELECT FROM report WHERE id = ANY($1) ORDER BY id FOR UPDATE', [reportIds]);
}
