import type { Category } from '../../db/entities';
import { checkAnswers } from '../../domain/attributes/answers';
import type { Answer } from '../../domain/attributes/attribute';
import type { Locale } from '../../domain/vocabulary';
import { refusal } from '../errors';
import type { Deps } from '../http/deps';
import { type Collected, collectPhotos } from '../photos/collect';
import { MAX_PHOTOS } from '../photos/limits';
import type { PreparedPhoto } from '../photos/prepare';
import type { ReportInput } from './input';
import { caseNear, type NearCase } from './known';
import { readInput } from './read';
import { findPlace, type Place } from './where';

export interface Sent {
  raw: Record<string, unknown>;
  /** Files as they arrived. */
  files?: Express.Multer.File[];
  /** Photos that an earlier step of the form prepared. */
  prepared?: PreparedPhoto[];
}

export interface Checked {
  input: ReportInput;
  category: Pick<Category, 'id' | 'departmentId' | 'attributes'>;
  /** To what the category asks. */
  answers: Answer[];
  /** Null for what ends with an answer and is about no place. */
  place: Place | null;
  photos: PreparedPhoto[];
  /** The case that it says it belongs to. */
  joinsCaseId: string | null;
}

/** Everything that is wrong with a report, before anything is written. */
export interface Findings {
  valid: Partial<ReportInput>;
  category: Checked['category'] | null;
  answers: Answer[];
  place: Place | null;
  photos: PreparedPhoto[];
  joins: NearCase | null;
  problems: Record<string, string>;
  explanations: Record<string, Record<Locale, string>>;
}

/** Looks at every field, the category, the photos and the place, and collects all problems. */
export async function inspect({ db }: Deps, sent: Sent): Promise<Findings> {
  const { valid, problems } = readInput(sent.raw);
  const collected = await photosOf(sent);
  Object.assign(problems, collected.problems);
  const category = await findCategory(db, valid, problems);
  const explanations: Findings['explanations'] = {};
  const answers = category ? answersTo(category, valid, { problems, explanations }) : [];
  const wrongPlace = 'latitude' in problems || 'longitude' in problems;
  const gps = collected.photos.find((photo) => photo.gps)?.gps ?? null;
  const where = wrongPlace ? { place: null } : await findPlace(db, valid, gps);
  if ('problem' in where && where.problem) problems.place = where.problem;
  if ('explanation' in where && where.explanation) explanations.place = where.explanation;
  const { place } = where;
  const joins = valid.joins && place ? await caseNear(db, valid.joins, place) : null;
  if (valid.joins && place && !joins) problems.joins = 'joins-elsewhere';
  return { valid, category, answers, place, photos: collected.photos, joins, problems, explanations };
}

/** A notice that stops a report says by itself why, and what to do instead. */
function answersTo(
  { attributes }: Checked['category'],
  { kind = 'problem', emergency = 'none', attributes: given = {} }: Partial<ReportInput>,
  { problems, explanations }: Pick<Findings, 'problems' | 'explanations'>,
): Answer[] {
  if (kind !== 'problem') return [];
  const { answers, problems: wrong } = checkAnswers(attributes, given, { urgent: emergency !== 'none' });
  for (const [code, problem] of Object.entries(wrong)) {
    const field = `attributes.${code}`;
    problems[field] ??= problem;
    const notice = problem === 'stopped' && attributes.find((one) => one.code === code);
    if (notice) explanations[field] = { it: notice.it, en: notice.en };
  }
  return answers;
}

/** The same, refusing with everything that is wrong. */
export async function check(deps: Deps, sent: Sent): Promise<Checked> {
  const { valid, category, joins, problems, explanations, ...found } = await inspect(deps, sent);
  if (Object.keys(problems).length > 0 || !category) throw refusal(problems, explanations);
  return { ...found, input: valid as ReportInput, category, joinsCaseId: joins?.id ?? null };
}

async function photosOf({ files = [], prepared = [] }: Sent): Promise<Collected> {
  const { photos, problems } = await collectPhotos(files, MAX_PHOTOS - prepared.length);
  return { photos: [...prepared, ...photos], problems };
}

async function findCategory(
  db: Deps['db'],
  { category, department }: Partial<ReportInput>,
  problems: Record<string, string>,
): Promise<Checked['category'] | null> {
  if (category === undefined) return null;
  const [found] = await db.query(
    `SELECT c.id, c.department_id AS "departmentId", c.attributes, d.code AS department
     FROM category c JOIN department d ON d.id = c.department_id
     WHERE c.code = $1 AND c.active AND d.active`,
    [category],
  );
  if (!found) problems.category = 'choice';
  else if (department !== undefined && department !== found.department) {
    problems.category = 'category-of-other-department';
  }
  return found ?? null;
}
