import path from 'node:path';
import type { CaseEvent } from '../../domain/diagnosis/event';
import type { Answer, Question } from '../../domain/whatif/answer';
import { runInThread } from '../thread';

/** What the thread is told: what `whatIf` takes. */
export interface WhatIfTask {
  events: CaseEvent[];
  period: { begin: number; days: number };
  question: Question;
  seed: number;
}

const worker = path.join(__dirname, 'what-if-worker');

/**
 * Answers as `whatIf` does, in a thread of its own: both forecasts take seconds.
 * @throws the signal's reason when it is aborted
 */
export const whatIfInThread = (task: WhatIfTask, signal?: AbortSignal): Promise<Answer> =>
  runInThread(worker, task, signal);
