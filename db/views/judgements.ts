import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../domain/standing/judgement';

/**
 * SQL for what technicians found in the cases that people reported, newest first: columns `case_id`, `at`, `real`,
 * `declared`, `found`, `upheld`, one row a case. A qualification that its case did not take is none, and a report that
 * came after it is not judged by it.
 * @param whose condition on the person's reports `o` and their memberships `om`
 */
export const judgementsSql = (whose: string) => `
  SELECT om.case_id, q.recorded_at AS at, q.real, max(o.danger) AS declared, q.danger AS found,
    EXISTS (SELECT FROM appeal a WHERE a.person_id = o.person_id AND a.case_id = om.case_id AND a.state = 'upheld') AS upheld
  FROM report o JOIN membership om ON om.report_id = o.id
  CROSS JOIN LATERAL (SELECT q.* FROM qualification q
    WHERE q.case_id = om.case_id AND EXISTS (SELECT FROM log_entry l
      WHERE l.chain = 'case:' || q.case_id AND l.data->>'qualificationId' = q.id::text)
    ORDER BY q.recorded_at DESC LIMIT 1) q
  WHERE ${whose} AND o.received_at <= q.recorded_at
  GROUP BY o.person_id, om.case_id, q.recorded_at, q.real, q.danger
  ORDER BY q.recorded_at DESC`;

/** The judgements of one person, whether or not they are used. */
export async function judgementsOf(tx: EntityManager, personId: string): Promise<Judgement[]> {
  const rows: (Omit<Judgement, 'at' | 'caseId'> & { at: Date; case_id: string })[] = await tx.query(
    judgementsSql('o.person_id = $1'),
    [personId],
  );
  return rows.map(({ at, case_id, ...row }) => ({ ...row, caseId: case_id, at: at.getTime() }));
}
