import type { CaseStatus } from '../vocabulary';

export interface ReadyAnswer {
  id: string;
  title: string;
  locale: 'it' | 'en';
  text: string;
  categoryId: string | null;
  statuses: CaseStatus[];
}

/** The answers that fit a case, those written for its category first. */
export const fitting = (
  answers: readonly ReadyAnswer[],
  { categoryId, status }: { categoryId: string; status: CaseStatus },
): ReadyAnswer[] =>
  answers
    .filter(
      (one) =>
        (one.categoryId === null || one.categoryId === categoryId) &&
        (one.statuses.length === 0 || one.statuses.includes(status)),
    )
    .sort((a, b) => Number(b.categoryId !== null) - Number(a.categoryId !== null));

/** What was typed already stays above. */
export const withAnswer = (typed: string | undefined, text: string): string =>
  typed?.trim() ? `${typed.trimEnd()}\n\n${text}` : text;
