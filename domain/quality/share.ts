import { jStat } from 'jstat';
import { type Estimate, TAIL } from './estimate';

/**
 * A share between 0 and 1, of so many among so many. Beta-binomial with the prior of Jeffreys, Beta(½, ½): the
 * posterior Beta(k + ½, n − k + ½), its mean and equal-tailed interval, which reaches 0 where there is none and 1
 * where there are all (Brown, Cai, DasGupta 2001, Statistical Science 16, section 4.1.2).
 * @param hits k, between 0 and `count`
 */
export function shareOf(hits: number, count: number): Estimate {
  const [alpha, beta] = [hits + 0.5, count - hits + 0.5];
  return {
    value: alpha / (alpha + beta),
    low: hits === 0 ? 0 : jStat.beta.inv(TAIL, alpha, beta),
    high: hits === count ? 1 : jStat.beta.inv(1 - TAIL, alpha, beta),
    count,
  };
}
