import { useQuery } from '@tanstack/react-query';
import { poolOf } from '../api';
import type { PoolCase, RoundDetail } from '../types';

const none: PoolCase[] = [];

/** What the crew could be sent to beside the round's own stops; only for who may send it. */
export function useOthers({ id, status, mayPlan, stops }: RoundDetail): PoolCase[] {
  const { data } = useQuery({
    queryKey: ['rounds', 'pool', id],
    queryFn: () => poolOf(id),
    enabled: mayPlan && status !== 'over',
    select: (pool: PoolCase[]) => {
      const own = new Set(
        stops
          .filter((stop) => stop.status === 'planned' || stop.status === 'arrived' || stop.status === 'done')
          .map(({ caseId }) => caseId),
      );
      return pool.filter((one) => !own.has(one.id));
    },
  });
  return data ?? none;
}
