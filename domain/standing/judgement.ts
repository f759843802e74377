import type { Instant } from '../case/state';
import type { Danger } from '../vocabulary';

/** What a technician found where somebody had reported something: one for each case, however many reports. */
export interface Judgement {
  caseId: string;
  at: Instant;
  real: boolean;
  /** The greatest danger that this person declared in the case, by what is known to be their own if there is any. */
  declared: Danger;
  found: Danger;
  /** Staff have said, after an appeal, that the person was right. */
  upheld: boolean;
  /** It is known that whoever has the address reported it: the address alone anybody can type. */
  own: boolean;
}

/** How good a report was, best first. */
export const verdicts = ['as-declared', 'understated', 'exaggerated', 'not-real'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * How much of one success a verdict counts, 0 to 1. Who saw something real and thought it less dangerous was
 * more careful than who made it worse; nothing counts less than what was not there.
 */
export const shareOf: Record<Verdict, number> = {
  'as-declared': 1,
  understated: 0.75,
  exaggerated: 0.5,
  'not-real': 0,
};

export function verdictOf({ real, declared, found, upheld }: Judgement): Verdict {
  if (upheld) return 'as-declared';
  if (!real) return 'not-real';
  if (declared === found) return 'as-declared';
  return declared < found ? 'understated' : 'exaggerated';
}
