interface Heard {
  /** Something changed. */
  onCase: () => void;
  /** Whether changes are heard of; after an interruption everything may have changed. */
  onConnected: (connected: boolean) => void;
}

const patienceMs = 5000;

/**
 * Listens to the server's events. A browser goes on trying after a lost connection but gives up on a server
 * that answers with an error: then it is asked again here. An interruption of a moment is not told.
 */
export function listen(url: string, { onCase, onConnected }: Heard, everyMs = 5000): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout>;
  let worry: ReturnType<typeof setTimeout> | null = null;
  const calm = () => {
    if (worry) clearTimeout(worry);
    worry = null;
  };
  const open = () => {
    source = new EventSource(url, { withCredentials: true });
    source.addEventListener('case', onCase);
    source.addEventListener('open', () => {
      const interrupted = worry !== null;
      calm();
      onConnected(true);
      if (interrupted) onCase();
    });
    source.addEventListener('error', () => {
      worry ??= setTimeout(() => onConnected(false), patienceMs);
      if (source.readyState === 2) again = setTimeout(open, everyMs);
    });
  };
  open();
  return () => {
    calm();
    clearTimeout(again);
    source.close();
  };
}
