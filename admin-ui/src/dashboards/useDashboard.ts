import { useQuery } from '@tanstack/react-query';
import { get } from '../http/request';
import { type Asked, queryOf } from './asked';

const minute = 60_000;

/** One dashboard, asked for again every minute: so often the server brings it up to date. */
export function useDashboard<T>(name: string, asked: Asked) {
  const query = queryOf(asked);
  return useQuery({
    queryKey: ['dashboards', name, query],
    queryFn: ({ signal }) => get<T>(`/dashboards/${name}?${query}`, signal),
    refetchInterval: minute,
  });
}
