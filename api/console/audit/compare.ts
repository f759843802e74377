import { Case, LogEntry } from '../../../db/entities';
import { isBeside } from '../../../domain/audit/beside';
import { type Comparison, compare } from '../../../domain/audit/compare';
import type { FactName } from '../../../domain/case/facts';
import { decidedFacts } from '../../../temporal/decided';
import { historyOf, type Run } from '../../../temporal/runs';
import { caseWorkflowId } from '../../../workflows/case/messages';
import type { Deps } from '../../http/deps';

/**
 * History, log and projection of a case held against one another.
 * @returns null where a run of the case is out of reach now
 */
export async function compareCase(deps: Deps, caseId: string, runs: Run[]): Promise<Comparison | null> {
  const own = runs.filter(({ workflowId }) => workflowId === caseWorkflowId(caseId));
  const histories = await Promise.all(own.map((run) => historyOf(deps, run).catch(() => null)));
  if (own.length === 0 || histories.includes(null)) return null;
  const entries = await deps.db
    .getRepository(LogEntry)
    .find({ where: { chain: `case:${caseId}` }, order: { seq: 'ASC' } });
  const { status } = await deps.db
    .getRepository(Case)
    .findOneOrFail({ select: { id: true, status: true }, where: { id: caseId } });
  return compare(
    histories.flatMap((history) => decidedFacts(history!)),
    entries
      .filter((entry) => !isBeside(entry))
      .map(({ factId, name, at }) => ({ factId, name: name as FactName, at: at.getTime() })),
    status,
  );
}
