import type { Band, Emergency } from '../vocabulary';
import { dangerPoints, type KnownDanger } from './danger';
import { bandFrom, HIGHEST, halfAgeDays, halfPeople, most, type Parts } from './weights';

/** What the priority of a case is made of. */
export interface Known {
  emergency: Emergency;
  danger: KnownDanger;
  /** Distinct people who count; without any, the one behind the case. */
  people: number;
  /** How exposed the place is, 0 to 1. */
  exposure: number;
  /** How much of the time to the deadline is used, 0 to 1; 0 where none runs. */
  used: number;
  /** Days since the opening. */
  days: number;
}

export interface Priority {
  /** 0 to 100. */
  score: number;
  band: Band;
  parts: Parts;
}

/**
 * How soon a case wants somebody. Every part is a whole number of points of its own, rounded before they are
 * added, so that the parts make the score exactly; none can exceed its most, so nothing is cut off. An emergency
 * is given what is missing to the highest score, which nothing else reaches.
 */
export function priorityOf(known: Known): Priority {
  const others = {
    danger: Math.round(dangerPoints(known.danger)),
    people: Math.round(most.people * saturating(Math.max(0, known.people - 1), halfPeople)),
    place: Math.round(most.place * known.exposure),
    deadline: Math.round(most.deadline * known.used),
    age: Math.round(most.age * saturating(known.days, halfAgeDays)),
  };
  const sum = Object.values(others).reduce((total, points) => total + points, 0);
  const emergency = known.emergency === 'none' ? 0 : HIGHEST - sum;
  const score = sum + emergency;
  return { score, band: bandOf(score, known.emergency), parts: { emergency, ...others } };
}

/** Half at `half`, ever less for each more, never 1. */
const saturating = (amount: number, half: number): number => amount / (amount + half);

/** The band of a score; every emergency is P1. */
export function bandOf(score: number, emergency: Emergency): Band {
  if (emergency !== 'none') return 'P1';
  return bandFrom.find(([, from]) => score >= from)?.[0] ?? 'P4';
}
