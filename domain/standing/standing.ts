import { jStat } from 'jstat';
import type { Instant } from '../case/state';
import { TAIL } from '../quality/estimate';
import { type Judgement, shareOf, type Verdict, verdictOf } from './judgement';

/** With fewer judged cases nothing is shown and nothing is used. */
export const ENOUGH = 5;
/** After so many days a judgement counts half: who has changed is not held to what was. */
export const HALF_LIFE_DAYS = 365;
const DAY_MS = 24 * 3_600_000;

/** How much the word of a person about danger weighs against that of somebody unknown, at least and at most. */
export const bounds = { low: 0.5, high: 1.5 } as const;

/** One judged case in a standing. */
export interface Part {
  caseId: string;
  at: Instant;
  verdict: Verdict;
  /** Of one success, 0 to 1. */
  share: number;
  /** How much of a judgement of today, above 0 and at most 1. */
  counts: number;
}

/** How reliable somebody's reports have been, from 0 to 1, with how sure that is. */
export interface Standing {
  mean: number;
  /** Ends of the equal-tailed interval of 95 %. */
  low: number;
  high: number;
  /** What multiplies the weight of the person's word, between `bounds`. */
  factor: number;
  /** Newest first. */
  parts: Part[];
}

/** Nobody is judged by what anybody may have sent who typed their address. */
export const counts = ({ own }: Judgement): boolean => own;

interface Beta {
  alpha: number;
  beta: number;
}

/**
 * The standing at `now`, or null where fewer than `ENOUGH` cases were judged. A Beta distribution that begins uniform,
 * Beta(1, 1), and takes each judgement in as a fraction of a success and the rest as a failure, both forgotten
 * exponentially (A. Jøsang, R. Ismail, "The Beta Reputation System", 15th Bled Electronic Commerce Conference,
 * 2002, sections 3.1 and 3.4).
 */
export function standingOf(judgements: readonly Judgement[], now: Instant): Standing | null {
  const own = judgements.filter(counts);
  if (own.length < ENOUGH) return null;
  const parts = own.map((one) => partOf(one, now)).sort((a, b) => b.at - a.at);
  const posterior = betaOf(parts);
  const { alpha, beta } = posterior;
  return {
    mean: meanOf(posterior),
    low: jStat.beta.inv(TAIL, alpha, beta),
    high: jStat.beta.inv(1 - TAIL, alpha, beta),
    factor: factorBy(meanOf(posterior)),
    parts,
  };
}

/** The factor alone as it was at `now`, by what was judged until then; 1 for whoever had no standing. */
export function factorOf(judgements: readonly Judgement[], now: Instant): number {
  const known = judgements.filter((one) => counts(one) && one.at <= now);
  if (known.length < ENOUGH) return 1;
  return factorBy(meanOf(betaOf(known.map((one) => partOf(one, now)))));
}

function partOf(judgement: Judgement, now: Instant): Part {
  const { caseId, at } = judgement;
  const verdict = verdictOf(judgement);
  const days = Math.max(0, now - at) / DAY_MS;
  return { caseId, at, verdict, share: shareOf[verdict], counts: 2 ** (-days / HALF_LIFE_DAYS) };
}

const betaOf = (parts: readonly Part[]): Beta => ({
  alpha: parts.reduce((sum, { share, counts }) => sum + counts * share, 1),
  beta: parts.reduce((sum, { share, counts }) => sum + counts * (1 - share), 1),
});

const meanOf = ({ alpha, beta }: Beta): number => alpha / (alpha + beta);

/** A mean of one half, where somebody unknown is, changes nothing. */
const factorBy = (mean: number): number => bounds.low + (bounds.high - bounds.low) * mean;
