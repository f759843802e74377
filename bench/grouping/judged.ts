import type { Candidate, Query } from './cases';
import type { Label } from './reports';

/** A pair that a person has read. */
export interface Judged extends Label {
  candidate: Candidate;
}

/**
 * The labels with the likeness of their pairs.
 * @throws Error when a label names a pair that no query finds
 */
export function judge(queries: readonly Query[], labels: readonly Label[]): Judged[] {
  const found = new Map(
    queries.flatMap(({ report, candidates }) =>
      candidates.map((one) => [`${one.caseId} ${report.id}`, one] as const),
    ),
  );
  return labels.map((label) => {
    const candidate = found.get(`${label.earlierId} ${label.laterId}`);
    if (!candidate) throw new Error(`The label of ${label.earlierId} and ${label.laterId} fits no pair.`);
    return { ...label, candidate };
  });
}
