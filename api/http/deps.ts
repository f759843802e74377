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
  /** For the board of the queues; without it there is no board. */
  mailQueue?: MailQueue;
}
