import path from 'node:path';
import type { Diagnosis, diagnose } from '../../domain/diagnosis/diagnose';
import { runInThread } from '../thread';

/** What the thread is told: what `diagnose` takes. */
export type DiagnosisTask = Parameters<typeof diagnose>;

const worker = path.join(__dirname, 'diagnosis-worker');

/** Diagnoses as `diagnose` does, in a thread of its own: a big department takes seconds. */
export const diagnoseInThread = (...task: DiagnosisTask): Promise<Diagnosis> => runInThread(worker, task);
