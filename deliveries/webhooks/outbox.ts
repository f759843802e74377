import type { EntityManager } from 'typeorm';
import type { Fact } from '../../domain/case/facts';

/**
 * Writes down whom to tell of a fact, in the transaction that records it. What they are told is read when it is sent.
 * Repeating it is harmless.
 */
export const writeDeliveries = (
  tx: EntityManager,
  { caseId, fact, factId }: { caseId: string; fact: Fact; factId: string },
): Promise<unknown> =>
  tx.query(
    `INSERT INTO delivery (id, subscriber_id, event, case_id, fact_id, happened_at)
     SELECT gen_random_uuid(), s.id, $1, $2, $3, $4 FROM subscriber s WHERE s.active AND $1 = ANY(s.events)
     ON CONFLICT DO NOTHING`,
    [fact.name, caseId, factId, new Date(fact.at)],
  );
