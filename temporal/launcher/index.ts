import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { readDefinition } from '../../db/seed/definition';
import { loadLauncherConfig } from '../config';
import { credentialsFile } from './credentials';
import { Interrupted, plainSentence } from './errors';
import { type Running, startProduct } from './product';
import { obtainServers } from './servers';
import { listenForEnd } from './signals';
import { say, table } from './talk';

export interface Options {
  /** Installs missing packages without asking. */
  yes: boolean;
  /** Describes another municipality than the demonstration one, for the first start. */
  municipality?: string;
}

/**
 * Runs the whole product until Ctrl-C.
 * @returns the exit code: 0 after a wanted end, 1 when it could not start
 */
export async function main({ yes, municipality }: Options): Promise<number> {
  const undo: (() => Promise<void>)[] = [];
  let started = false;
  const ending = listenForEnd(() => !started);
  // A closed terminal reads nothing any more; everything has to be stopped all the same.
  process.stdout.on('error', () => {});
  try {
    const settings = loadLauncherConfig();
    // Told now and not after half a minute of starting.
    if (municipality) readDefinition(municipality);
    mkdirSync(settings.dataDir, { recursive: true });
    await obtainServers(settings, yes);
    started = true;
    const running = await startProduct(settings, municipality, (stop) => undo.push(stop), ending.isAsked);
    greet(running);
    await ending.asked;
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return 0;
    say();
    say(plainSentence(error) ?? unexpected(error));
    return 1;
  } finally {
    await stopAll(undo);
  }
}

async function stopAll(undo: readonly (() => Promise<void>)[]): Promise<void> {
  if (undo.length === 0) return;
  say('\nStopping …');
  for (const stop of [...undo].reverse()) {
    await stop().catch((error: Error) => say(error.message));
  }
  say('Stopped. The next "npm start" goes on from here.');
}

/** A fault of our own: the sentence for the person, the details for whoever mends it. */
function unexpected(error: unknown): string {
  const { stack, message } = error instanceof Error ? error : new Error(String(error));
  const log = path.join(loadLauncherConfig().dataDir, 'logs', 'launcher.log');
  try {
    mkdirSync(path.dirname(log), { recursive: true });
    appendFileSync(log, `${new Date().toISOString()} ${stack}\n`);
    return `BeneComune could not start: ${message.split('\n')[0]} (details in ${log})`;
  } catch {
    return `BeneComune could not start: ${message.split('\n')[0]}`;
  }
}

function greet({ config, temporalUi, credentials }: Running): void {
  const { publicUrl, dataDir, slaSpeed, allowPrivateWebhooks } = config;
  const addresses = [
    ['Report a problem', `${publicUrl}/`],
    ['Staff console', `${publicUrl}/console/`],
    ['API description', `${publicUrl}/api/v1/docs`],
    ...(allowPrivateWebhooks ? [['Rescue body (played)', `${publicUrl}/demo/agency/1`]] : []),
    ...(temporalUi ? [['Workflows (Temporal)', temporalUi]] : []),
    ['Data and logs', dataDir],
  ];
  say('\nBeneComune is running.\n');
  say(table(addresses));
  if (slaSpeed !== 1) say(`\n  SLA time runs ${slaSpeed} times faster than the clock.`);
  if (credentials) {
    say('\nFirst passwords (shown once; kept in the file below, which you may delete):\n');
    say(table(credentials.credentials.map(({ role, email, password }) => [role, email, password])));
    say(`\n  ${credentialsFile(dataDir)}`);
  }
  say('\nPress Ctrl-C to stop.');
}
