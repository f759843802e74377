import { ClusterError } from '../../db/cluster';
import { DefinitionError } from '../../db/seed/definition';
import { TemporalMissing } from '../cli';
import { ConfigError } from '../config';

/** Why the product cannot start, in one sentence for the person who started it. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

/** The person asked for the end while the product was still starting. */
export class Interrupted extends Error {}

/** What the person can act upon, or null for a fault of our own. */
export function plainSentence(error: unknown): string | null {
  const told = [StartError, ClusterError, TemporalMissing, ConfigError, DefinitionError];
  return told.some((kind) => error instanceof kind) ? (error as Error).message : null;
}
