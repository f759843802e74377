import { useEffect, useRef } from 'react';
import { useGetIdentity, useLocaleState } from 'react-admin';

/** After signing in, the console speaks the person's own language. */
export function useSessionLocale() {
  const { identity } = useGetIdentity();
  const [, setLocale] = useLocaleState();
  const seen = useRef<unknown>(null);
  useEffect(() => {
    if (!identity || seen.current === identity.id) return;
    seen.current = identity.id;
    setLocale(identity.locale);
  }, [identity, setLocale]);
}
