import type { ReportKind } from '../../../domain/vocabulary';
import type { Texts } from '../texts';

/** What the form says and asks depends on what is sent: only a problem is dangerous and has to be somewhere. */
export function asksOf(t: Texts, kind: ReportKind) {
  const isProblem = kind === 'problem';
  return {
    isProblem,
    title: t.titles[kind],
    intro: isProblem ? t.intro : t.introAnswered,
    place: isProblem ? t.place : t.placeOptional,
    placeHint: isProblem ? t.placeHint : t.placeOptionalHint,
    text: isProblem ? t.text : t.words,
  };
}
export type Asks = ReturnType<typeof asksOf>;
