import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { diagnoseInThread } from '../activities/diagnosis/diagnosis-thread';
import { describe } from '../activities/failures';
import { applyRetention } from '../db/privacy/retention';
import { expireCodes } from '../db/rewards/codes';
import { refreshFindings } from '../db/rollups/findings';
import { keepRollups } from '../db/rollups/recompute';
import type { Config } from './config';
import { signDays } from './daily-head';
import { createArchiveSweep } from './histories';
import { registerReports } from './register';
import {
  createPrioritySweep,
  findLostForwards,
  findLostReviews,
  findLostRounds,
  replanCases,
  startReports,
  startRounds,
  tellActs,
  tellAnswers,
  tellReviews,
} from './sweeps';

export interface SweeperDependencies {
  client: Client;
  db: DataSource;
  config: Pick<Config, 'auditKeyFile' | 'dataDir' | 'slaSpeed' | 'temporalNamespace'>;
  log: Pick<Logger, 'info' | 'warn'>;
}

export interface Sweeper {
  /** Stops after what is under way. */
  stop(): Promise<void>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * What repeats whatever was committed and not carried on, and does what has its day. Several processes may run it:
 * each sweep either takes its rows under a lock or does what is harmless when it is done twice.
 */
export function startSweeper(dependencies: SweeperDependencies): Sweeper {
  const { db, client, config } = dependencies;
  const loops = [
    every(3 * SECOND, 'reports', () => startReports({ client, db })),
    every(SECOND, 'register', () => registerReports(db)),
    every(3 * SECOND, 'acts', () => tellActs({ client, db })),
    every(3 * SECOND, 'answers', () => tellAnswers({ client, db })),
    every(SECOND, 'changed settings', () => replanCases({ client, db })),
    every(MINUTE, 'lost forwards', () => findLostForwards({ client, db })),
    every(10 * SECOND, 'priorities', createPrioritySweep({ db, slaSpeed: config.slaSpeed })),
    every(3 * SECOND, 'rounds', () => startRounds({ client, db })),
    every(MINUTE, 'lost rounds', () => findLostRounds({ client, db })),
    every(3 * SECOND, 'reviews', () => tellReviews({ client, db })),
    every(MINUTE, 'lost reviews', () => findLostReviews({ client, db })),
    every(MINUTE, 'codes', () => expireCodes(db)),
    every(30 * SECOND, 'histories', createArchiveSweep({ client, db })),
    every(MINUTE, 'rollups', () => keepRollups(db)),
    every(MINUTE, 'findings', () => refreshFindings(db, { how: diagnoseInThread })),
    every(MINUTE, 'daily head', () => signDays(db, config.auditKeyFile)),
    every(60 * MINUTE, 'retention', () => applyRetention(db, config.dataDir)),
  ];

  function every(pause: number, what: string, sweep: () => Promise<unknown>) {
    let ended = false;
    let wake = () => {};
    const run = async () => {
      while (!ended) {
        await sweep().catch((error) => dependencies.log.warn({ what, ...describe(error) }, 'sweep failed'));
        if (ended) return;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pause);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    };
    const done = run();
    return () => {
      ended = true;
      wake();
      return done;
    };
  }

  return {
    async stop() {
      await Promise.all(loops.map((end) => end()));
    },
  };
}
