import type { DataSource, EntityManager } from 'typeorm';
import { CaseSuggestion, Category, Note, type Report } from '../db/entities';
import { type CandidateRow, findCandidates, type Sought } from '../db/geo/candidates';
import { compareNumbers } from '../domain/grouping/numbers';
import { scoreOf, searchRadius } from '../domain/grouping/score';

/** A case that a report may belong to, with the probability that it does. */
export interface Candidate extends CandidateRow {
  score: number;
}

/** What a committed report is looked for by; null for one about no place, or that is no problem. */
export async function soughtBy(tx: EntityManager, report: Report): Promise<Sought | null> {
  if (report.kind !== 'problem' || !report.location) return null;
  const [longitude, latitude] = report.location.coordinates;
  const { categoryId, receivedAt: at, accuracyMetres: accuracy } = report;
  const note = await tx.findOneBy(Note, { id: report.noteId });
  return soughtIn(tx, { latitude, longitude, accuracy, categoryId, text: note?.body ?? '', at });
}

/** The same for what somebody is about to report. @param told its accuracy in metres, null when it is not known */
export async function soughtIn(
  db: DataSource | EntityManager,
  told: Omit<Sought, 'accuracy' | 'radius' | 'categoryRadius'> & { accuracy: number | null },
): Promise<Sought> {
  const category = await db.getRepository(Category).findOneByOrFail({ id: told.categoryId });
  const categoryRadius = category.matchRadiusMetres;
  const radius = searchRadius(categoryRadius, told.accuracy);
  return { ...told, accuracy: told.accuracy ?? 0, categoryRadius, radius };
}

/** The cases that it may belong to, the likeliest first. */
export async function candidatesFor(
  db: Parameters<typeof findCandidates>[0],
  which: Parameters<typeof findCandidates>[1],
  sought: Sought,
): Promise<Candidate[]> {
  return ranked(await findCandidates(db, which, sought), sought);
}

/** The repaired cases whose problem it may be again: how long a repair has held says nothing against that. */
export async function recurrencesFor(tx: EntityManager, sought: Sought): Promise<Candidate[]> {
  const rows = await findCandidates(tx, 'repaired', sought);
  const ageless = rows.map((row) => ({ ...row, hours: 0, closedHours: null }));
  return ranked(ageless, sought).filter(({ sameCategory }) => sameCategory);
}

const ranked = (rows: CandidateRow[], sought: Sought): Candidate[] =>
  rows
    .map((row) => ({ ...row, score: scoreOf(likenessOf(row, sought)) }))
    .sort((a, b) => b.score - a.score || a.metres - b.metres);

const likenessOf = (
  { metres, hours, closedHours, words, said, sameCategory, sameGroup }: CandidateRow,
  { accuracy: accuracyMetres, categoryRadius: radiusMetres, text }: Sought,
) =>
  ({
    ...{ metres, accuracyMetres, radiusMetres, hours, closedHours, words },
    numbers: compareNumbers(said, text),
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
