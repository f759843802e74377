import { parentPort, workerData } from 'node:worker_threads';
import { planRound } from '../../domain/rounds/plan';
import type { ThreadTask } from './planner-thread';

/** The thread of planner-thread.ts: plans what it is given, says the plan and ends. */
const { problem, options, endsAt }: ThreadTask = workerData;
parentPort?.postMessage(planRound(problem, { ...options, keepGoing: () => Date.now() < endsAt }));
