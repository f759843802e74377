import type { CaseRow } from '../types';

/** Whether a crew on the road can be sent to a case: what waits for a crew, and an emergency that nobody has taken on. */
export function mayJoinRound({
  kind,
  lat,
  status,
  emergency,
  safety,
  paused,
}: Pick<CaseRow, 'kind' | 'lat' | 'status' | 'emergency' | 'safety' | 'paused'>): boolean {
  if (kind !== 'problem' || lat === null || paused) return false;
  if (status === 'assigning') return true;
  const early = status === 'verifying' || status === 'accepting';
  return early && emergency !== 'none' && safety === 'none';
}
