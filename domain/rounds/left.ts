import type { Instance } from './instance';
import { Route } from './route';
import type { LeftWhy } from './types';

/** Why nodes cannot be served even alone; those that can are not in the answer. */
export function hopeless(instance: Instance): Map<number, LeftWhy> {
  const whole = new Float64Array(instance.size);
  const anytime = { ...instance, opens: whole, closes: whole.slice().fill(Number.POSITIVE_INFINITY) };
  const fits = (limits: Instance, node: number) => {
    const alone = new Route(limits);
    alone.set([node]);
    return alone.backAt < Number.POSITIVE_INFINITY;
  };
  const whys = new Map<number, LeftWhy>();
  for (const node of instance.free) {
    if (!fits(instance, node)) whys.set(node, fits(anytime, node) ? 'window' : 'too-long');
  }
  return whys;
}
