import type { City } from './cases';
import type { Lesson } from './learn';
import { metresBetween } from './nearby';
import type { Pair } from './reports';
import type { Asked } from './tally';

/** A query of one pair, with all that its report's query is right about. */
export interface Case {
  asked: Asked;
  sameCategory: boolean;
}

/** The pairs as lessons, one per later report, and as questions, one per pair. */
export function teach(city: City, pairs: readonly Pair[]): { lessons: Lesson[]; cases: Case[] } {
  const lessons = new Map<string, { query: Lesson['query']; right: Set<string> }>();
  const cases = pairs.map(({ earlier, later }) => {
    const lesson = lessons.get(later.id) ?? { query: city.query(later), right: new Set() };
    const trueCase = city.caseOf(earlier.id);
    lesson.right.add(trueCase);
    lessons.set(later.id, lesson);
    const asked = { query: lesson.query, trueCase, metres: metresBetween(earlier, later) };
    return { asked, sameCategory: earlier.category === later.category };
  });
  return { lessons: [...lessons.values()], cases };
}
