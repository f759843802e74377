import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { MailQueue } from '../../deliveries/queues';
import type { Config } from '../../temporal/config';

/** What every router is made from. The Temporal connection is lazy: nothing waits for it at the start. */
export interface Deps {
  db: DataSource;
  temporal: Client;
  config: Config;
  log: Logger;
  /** Gives an accepted report its case at once; without it its workflow alone does. */
  attach?: (reportId: string) => void;
  /** For the board of the queues; without it there is no board. */
  mailQueue?: MailQueue;
}
