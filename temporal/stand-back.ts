import { getPriority, setPriority } from 'node:os';

const STEPS = 5;
const LAST = 19;

/**
 * Lets a process that has just started stand back by five steps of `nice` where the processor does not suffice for
 * all: what people wait for in front of a screen comes first, so that a report is accepted and has its case soon
 * although the workflows of those before it are still under way.
 */
export const standBack = (pid: number): void => setPriority(pid, Math.min(LAST, getPriority() + STEPS));
