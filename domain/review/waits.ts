/** An entry of a case's timeline: what happened, and when in milliseconds since the epoch. */
export interface Step {
  name: string;
  at: number;
}

/** The time between two steps that follow one another. */
export interface Wait {
  from: string;
  to: string;
  /** Milliseconds. */
  ms: number;
}

/** What says that a clock runs or ran out; it is no step of the work. */
const alarms = ['reminder', 'breach', 'management', 'replanned', 'priority-changed', 'escalation-seen'];

/**
 * The longest wait between two steps of the work until a deadline was missed: where to look first.
 * @param steps in the order of time
 * @returns null where there was no step before
 */
export function longestWait(steps: readonly Step[], missedAt: number): Wait | null {
  const work = steps.filter(({ name, at }) => at <= missedAt && !alarms.includes(name));
  const waits = work.map(({ name, at }, index) => {
    const next = work[index + 1] ?? { name: 'breach', at: missedAt };
    return { from: name, to: next.name, ms: next.at - at };
  });
  return waits.reduce<Wait | null>(
    (longest, wait) => (longest && longest.ms >= wait.ms ? longest : wait),
    null,
  );
}
