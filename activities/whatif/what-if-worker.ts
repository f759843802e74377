import { parentPort, workerData } from 'node:worker_threads';
import { whatIf } from '../../domain/whatif/answer';
import type { WhatIfTask } from './what-if-thread';

/** The thread of what-if-thread.ts: answers what it is asked and ends. */
const { events, period, question, seed }: WhatIfTask = workerData;
parentPort?.postMessage(whatIf(events, period, question, seed));
