import type { FactName } from '../case/facts';
import type { CaseStatus } from '../vocabulary';
import { statusFits } from './status';

/** A fact as a history or the log tells it; `factId` is the case's version and the fact's place in it. */
export interface ToldFact {
  factId: string;
  name: FactName;
  /** Milliseconds since 1970, UTC. */
  at: number;
}

export interface Comparison {
  /** Facts that history and log tell alike. */
  agreed: number;
  /** Decided, but not in the log. */
  missing: string[];
  /** In the log under the same id, but another fact or another instant. */
  different: string[];
  /** In the log of the case, but in none of its histories. */
  unexplained: string[];
  /** The row that lists show follows from what the log says. */
  statusFits: boolean;
}

/** Holds what the workflow decided, what the log says and what the lists show against one another. */
export function compare(decided: ToldFact[], logged: ToldFact[], status: CaseStatus): Comparison {
  const log = new Map(logged.map((fact) => [fact.factId, fact]));
  const known = new Set(decided.map(({ factId }) => factId));
  const same = ({ factId, name, at }: ToldFact) =>
    log.get(factId)?.name === name && log.get(factId)?.at === at;
  return {
    agreed: decided.filter(same).length,
    missing: decided.filter(({ factId }) => !log.has(factId)).map(({ factId }) => factId),
    different: decided.filter((fact) => log.has(fact.factId) && !same(fact)).map(({ factId }) => factId),
    unexplained: logged.filter(({ factId }) => !known.has(factId)).map(({ factId }) => factId),
    statusFits: statusFits(
      logged.map(({ name }) => name),
      status,
    ),
  };
}
