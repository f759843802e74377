import { jStat } from 'jstat';
import { type Estimate, TAIL } from './estimate';

/**
 * Events for each unit of exposure, as of a Poisson process, with the exact interval (Garwood 1936, Biometrika 28): the
 * limits of the mean are quantiles of the Gamma distributions of shape n and n + 1.
 * @param events n, a whole number
 * @param exposure above 0; for recurrences the years that repaired places were watched (place-years)
 */
export function rateOf(events: number, exposure: number): Estimate {
  const limit = (p: number, shape: number) => jStat.gamma.inv(p, shape, 1) / exposure;
  return {
    value: events / exposure,
    low: events === 0 ? 0 : limit(TAIL, events),
    high: limit(1 - TAIL, events + 1),
    count: events,
  };
}
