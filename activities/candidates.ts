import type { EntityManager } from 'typeorm';
import { CaseSuggestion, Category, Note, type Report } from '../db/entities';
import { type CandidateRow, findCandidates, type Sought } from '../db/geo/candidates';
import { scoreOf, searchRadius } from '../domain/grouping/score';

/** A case that a report may belong to, with the probability that it does. */
export interface Candidate extends CandidateRow {
  score: number;
}

/** What a committed report is looked for by; null for one about no place, or that is no problem. */
export async function soughtBy(tx: EntityManager, report: Report): Promise<Sought | null> {
  if (report.kind !== 'problem' || !report.location) return null;
  const [longitude, latitude] = report.location.coordinates;
  const { categoryId, receivedAt: at, accuracyMetres } = report;
  const category = await tx.findOneByOrFail(Category, { id: categoryId });
  const note = await tx.findOneBy(Note, { id: report.noteId });
  const radius = searchRadius(category.matchRadiusMetres, accuracyMetres);
  const accuracy = accuracyMetres ?? 0;
  const categoryRadius = category.matchRadiusMetres;
  return { latitude, longitude, accuracy, categoryRadius, radius, categoryId, text: note?.body ?? '', at };
}

/** The cases that it may belong to, or be the recurrence of, the likeliest first. */
export async function candidatesFor(
  db: Parameters<typeof findCandidates>[0],
  which: Parameters<typeof findCandidates>[1],
  sought: Sought,
): Promise<Candidate[]> {
  const rows = await findCandidates(db, which, sought);
  // How long a repair has held says nothing against that it is the same problem again.
  const aged = which === 'repaired' ? rows.map((row) => ({ ...row, hours: 0, closedHours: null })) : rows;
  const scored = aged.map((row) => ({ ...row, score: scoreOf(likenessOf(row, sought)) }));
  return scored.sort((a, b) => b.score - a.score || a.metres - b.metres);
}

const likenessOf = (
  { metres, hours, closedHours, words, sameCategory, sameGroup }: CandidateRow,
  { accuracy: accuracyMetres, categoryRadius: radiusMetres }: Sought,
) =>
  ({
    ...{ metres, accuracyMetres, radiusMetres, hours, closedHours, words },
    kinship: sameCategory ? 'same' : sameGroup ? 'group' : 'other',
  }) as const;

/** For an operator to look at: what may be the same, and is not certain enough to be joined by itself. */
export async function suggest(tx: EntityManager, caseId: string, candidates: Candidate[]): Promise<void> {
  if (candidates.length === 0) return;
  await tx.insert(
    CaseSuggestion,
    candidates.map(({ caseId: otherCaseId, score, metres }) => ({ caseId, otherCaseId, score, metres })),
  );
}
