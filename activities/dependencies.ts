import type { Client } from '@temporalio/client';
import type { SignalDefinition } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import type { Command } from '../domain/case/commands';
import type { ErrorCode } from '../domain/errors';

/** How activities speak to workflows: one that has ended starts again where the database left it. */
export interface Signals {
  toCase<Args extends unknown[]>(caseId: string, signal: SignalDefinition<Args>, args: Args): Promise<void>;
  toReport<Args extends unknown[]>(
    reportId: string,
    signal: SignalDefinition<Args>,
    args: Args,
  ): Promise<void>;
}

/** What came of an order to a workflow; `not-confirmed-yet`: nobody answered in time, it may or may not arrive. */
export type Outcome<Result> =
  | { outcome: 'done'; result: Result }
  | { outcome: 'refused'; code: ErrorCode }
  | { outcome: 'not-confirmed-yet' };

/** How activities command cases: by a command's id it acts once. */
export type CommandCase = (caseId: string, command: Command) => Promise<Outcome<unknown>>;

/** What the activities of cases and reports take. */
export interface Dependencies {
  db: DataSource;
  temporal: Client;
  signals: Signals;
  /** SLA time runs this many times faster than the clock on the wall. */
  slaSpeed: number;
}
