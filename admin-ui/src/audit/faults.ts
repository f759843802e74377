import type { Numbers } from './titles';
import type { ChainCheck } from './types';

/** What verifying everything found. */
export interface Verified {
  sound: boolean;
  chains: number;
  entries: number;
  days: number;
  archives: number;
  /** Of the cases and reports that are at fault. */
  numbers: Numbers;
  faults: {
    chains: ChainCheck[];
    days: { day: string; how: string; chain?: string }[];
    archives: { workflowId: string; runId: string; how: string }[];
    escalations: { caseId: string; clock: string; stage: string; how: string }[];
  };
}

export interface Fault {
  key: string;
  data: Record<string, unknown>;
}

/**
 * Each fault as a key of the translations with what fills its blanks.
 * @param title what a chain or a workflow is called
 * @param translate says the words of a key
 */
export const faultsOf = (
  { faults }: Pick<Verified, 'faults'>,
  title: (name: string) => string,
  translate: (key: string) => string,
): Fault[] => [
  ...faults.chains.map(({ chain, brokenAt, breach }) => ({
    key: `chain.${breach}`,
    data: { chain: title(chain), entry: brokenAt ?? '?' },
  })),
  ...faults.days.map(({ day, how, chain }) => ({
    key: `day.${how}`,
    data: { day, chain: chain ? title(chain) : '' },
  })),
  ...faults.archives.map(({ workflowId, runId, how }) => ({
    key: `archive.${how}`,
    data: { workflow: title(workflowId), runId },
  })),
  ...faults.escalations.map(({ caseId, clock, stage, how }) => ({
    key: `escalation.${how}`,
    data: {
      chain: title(`case:${caseId}`),
      clock: translate(`words.clock.${clock}`),
      stage: translate(`words.stage.${stage}`),
    },
  })),
];
