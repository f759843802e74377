import { useEffect } from 'react';

/**
 * When a dialog has gone, gives the focus back to the button that opened it; where that has gone too (a
 * menu's entry, a step that was done), to the page, so that the keyboard does not start again at the top.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const page = document.getElementById('main-content');
        page?.setAttribute('tabindex', '-1');
        const back = opener instanceof HTMLElement && opener.isConnected ? opener : page;
        back?.focus({ preventScroll: true });
      });
    };
  }, []);
}
