import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiBase } from '../http/request';
import { coalesce } from './coalesce';
import { listen } from './listen';

/** Lists and pages that a change of a case may alter. */
const touched = ['cases', 'rounds', 'reports', 'escalations', 'messages', 'audit'];

/**
 * Listens to the server: what a change elsewhere makes stale is fetched again at once, without a reload.
 * A storm of changes is fetched once a second at most; after a lost connection everything is.
 * @returns whether changes are heard of now
 */
export function useLiveUpdates(): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const refresh = coalesce(() => {
      for (const key of touched) client.invalidateQueries({ queryKey: [key] });
    }, 1000);
    const leave = listen(`${apiBase}/events`, { onCase: refresh.call, onConnected: setConnected });
    return () => {
      leave();
      refresh.cancel();
    };
  }, [client]);
  return connected;
}
