import { parentPort, workerData } from 'node:worker_threads';
import { diagnose } from '../../domain/diagnosis/diagnose';
import type { DiagnosisTask } from './diagnosis-thread';

/** The thread of diagnosis-thread.ts: answers what it is asked and ends. */
parentPort?.postMessage(diagnose(...(workerData as DiagnosisTask)));
