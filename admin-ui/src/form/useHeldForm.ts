import { useEffect, useRef, useState } from 'react';

/**
 * While `busy`, a form that is sent waits and then goes by itself: what is still on its way would be missing.
 * @returns what to mark inside the form, whether it waits, and how to call it off
 */
export function useHeldForm<E extends HTMLElement>(busy: boolean) {
  const inside = useRef<E>(null);
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    const form = inside.current?.closest('form');
    if (!busy || !form) return;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      setWaits(true);
    };
    form.addEventListener('submit', hold);
    return () => form.removeEventListener('submit', hold);
  }, [busy]);
  useEffect(() => {
    if (busy || !waits) return;
    setWaits(false);
    inside.current?.closest('form')?.requestSubmit();
  }, [busy, waits]);
  return { inside, waits, callOff: () => setWaits(false) };
}
