import { type Judgement, verdictOf } from '../standing/judgement';

/** Once a case, and where there is something to set right. */
export const mayAppeal = (judged: Judgement & { appeal: object | null }): boolean =>
  judged.appeal === null && verdictOf(judged) !== 'as-declared';
