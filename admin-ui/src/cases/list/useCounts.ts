import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listQuery } from '../../http/dataProvider';
import { get } from '../../http/request';
import type { CaseCounts } from './tabs';

/** Counts per state, renewed with everything that begins with `cases`. */
export function useCounts(filter: Record<string, unknown> = {}) {
  const query = new URLSearchParams(listQuery({ filter }));
  query.delete('_start');
  query.delete('_end');
  const { data } = useQuery({
    queryKey: ['cases', 'counts', query.toString()],
    queryFn: () => get<CaseCounts>(`/cases/counts?${query}`),
    placeholderData: keepPreviousData,
  });
  return data;
}
