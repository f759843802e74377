import type { Client } from '@temporalio/client';
import type { SignalDefinition } from '@temporalio/common';
import type { DataSource } from 'typeorm';

/** How activities speak to workflows: one that has ended starts again where the database left it. */
export interface Signals {
  toCase<Args extends unknown[]>(caseId: string, signal: SignalDefinition<Args>, args: Args): Promise<void>;
  toReport<Args extends unknown[]>(
    reportId: string,
    signal: SignalDefinition<Args>,
    args: Args,
  ): Promise<void>;
}

/** What the activities of cases and reports take. */
export interface Dependencies {
  db: DataSource;
  temporal: Client;
  signals: Signals;
  /** SLA time runs this many times faster than the clock on the wall. */
  slaSpeed: number;
}
