import type { CaseStatus, Emergency, ReportKind, Safety } from '../vocabulary';
import type { StopTask } from './state';

/** A case as far as it matters whether a crew can be sent to it. */
export interface Sendable {
  kind: ReportKind;
  status: CaseStatus;
  safety: Safety;
  emergency: Emergency;
  /** It waits for somebody else. */
  paused: boolean;
  /** The crew that has the repair. */
  crewId: string | null;
  /** The crew that was last told to make the place safe. */
  safetyCrewId: string | null;
  /** It is somewhere. */
  located: boolean;
}

/** What a crew could be sent to do about a case, or null: to make safe what it was told to, or to repair what waits. */
export function taskFor(of: Sendable, crewId: string): StopTask | null {
  if (of.kind !== 'problem' || !of.located) return null;
  if (of.safety === 'ordered' && of.safetyCrewId === crewId) return 'make-safe';
  if (of.paused) return null;
  const its = of.crewId === crewId && (of.status === 'assigned' || of.status === 'working');
  return its || of.status === 'assigning' ? 'repair' : null;
}

/** On the way also an emergency that nobody has taken on yet: the place is made safe while the desk decides. */
export function taskOnTheWay(of: Sendable, crewId: string): StopTask | null {
  const task = taskFor(of, crewId);
  if (task || of.kind !== 'problem' || !of.located || of.emergency === 'none') return task;
  const early = of.status === 'verifying' || of.status === 'accepting';
  return early && of.safety === 'none' ? 'make-safe' : null;
}
