import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiBase } from '../http/request';
import { coalesce } from './coalesce';

/** Lists and pages that a change of a case may alter. */
const touched = ['cases', 'reports', 'escalations', 'messages', 'audit'];

/**
 * Listens to the server: what a change elsewhere makes stale is fetched again at once, without a reload.
 * A storm of changes is fetched once a second at most; after a lost connection everything is.
 */
export function useLiveUpdates() {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = coalesce(() => {
      for (const key of touched) client.invalidateQueries({ queryKey: [key] });
    }, 1000);
    const source = new EventSource(`${apiBase}/events`, { withCredentials: true });
    let lost = false;
    source.addEventListener('case', refresh.call);
    source.addEventListener('error', () => {
      lost = true;
    });
    source.addEventListener('open', () => {
      if (lost) refresh.call();
      lost = false;
    });
    return () => {
      source.close();
      refresh.cancel();
    };
  }, [client]);
}
