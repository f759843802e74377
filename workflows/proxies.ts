import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/** A short transaction: repeated until the world is back, except when the code says that it never will. */
export const quick: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
};

/**
 * A glance at the database whose answer alone matters, within the step that needs it: no queue, no events but
 * the answer, a third of the server's work. What the audit holds against the log is never asked this way.
 */
export const glance: LocalActivityOptions = {
  startToCloseTimeout: '10 seconds',
  // While the database is away the step waits by a timer instead of holding its task.
  localRetryThreshold: '5 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
};

/** A walk over thousands of members, which heartbeats as it goes. */
export const long: ActivityOptions = {
  ...quick,
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '1 minute',
};

/** Calling for help must not wait for one deaf agency: after a minute the next one is called. */
export const urgent: ActivityOptions = {
  startToCloseTimeout: '15 seconds',
  scheduleToCloseTimeout: '1 minute',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
};
