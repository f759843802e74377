import type { Band } from '../vocabulary';
import { jump } from './weights';

interface Standing {
  score: number;
  band: Band;
}

/** Whether a change of the priority is told in the timeline: another band, or a jump of the score. */
export const isTold = (from: Standing, to: Standing): boolean =>
  from.band !== to.band || Math.abs(from.score - to.score) >= jump;
