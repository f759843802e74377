import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Config, type LauncherConfig, toEnvironment } from '../config';
import { standBack } from '../stand-back';
import { keepCredentials } from './credentials';
import { prepareDatabase } from './database';
import { Interrupted } from './errors';
import { checkPort } from './port';
import { keptSecret } from './secrets';
import { openDatabase, openTemporal } from './servers';
import { startService } from './service';
import { Survivors } from './survivors';
import { say, step } from './talk';

/** Programs of the product under the compiled root, in the order they start. */
const PROGRAMS = [
  { name: 'worker', program: 'temporal/worker-main.js', standsBack: true },
  { name: 'deliveries', program: 'deliveries/main.js', standsBack: true },
  { name: 'api', program: 'api/main.js', standsBack: false },
] as const;

export interface Running {
  config: Config;
  temporalUi: string | undefined;
  /** First passwords; null when this is not the first start. */
  credentials: Awaited<ReturnType<typeof prepareDatabase>>;
}

/**
 * Starts servers and programs one after the other.
 * @param municipality file that describes another municipality than the demonstration one
 * @param onStop collects how to undo each step; the caller runs them from the last to the first
 * @param interrupted asked between the steps
 */
export async function startProduct(
  settings: LauncherConfig,
  municipality: string | undefined,
  onStop: (undo: () => Promise<void>) => void,
  interrupted: () => boolean,
): Promise<Running> {
  const next = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    if (interrupted()) throw new Interrupted();
    return step(label, work);
  };
  const { dataDir } = settings;
  const logDir = path.join(dataDir, 'logs');
  mkdirSync(logDir, { recursive: true });
  const survivors = new Survivors(dataDir);
  if ((await survivors.end()) > 0) say('  Ended what an interrupted run had left behind.');
  await checkPort(settings.port, settings.bind);

  const database = await next('PostgreSQL', () => openDatabase(settings));
  onStop(database.stop);
  const temporal = await next('Temporal', () =>
    openTemporal(settings, { started: (pid, mark) => survivors.add(pid, mark), news: say }),
  );
  onStop(temporal.stop);
  const config: Config = {
    ...settings,
    databaseUrl: database.address,
    temporalAddress: temporal.address,
    appSecret: settings.appSecret ?? keptSecret(dataDir, 'app'),
    sessionSecret: settings.sessionSecret ?? keptSecret(dataDir, 'session'),
  };
  const prepared = await next('Database schema and first data', () =>
    prepareDatabase(config.databaseUrl, { publicUrl: config.publicUrl, definitionFile: municipality }),
  );
  // Kept before anything else can fail: nobody could sign in without them.
  if (prepared) keepCredentials(dataDir, prepared.credentials);
  else if (municipality) say('  The database already has its municipality; --municipality was not needed.');

  const env = toEnvironment(config);
  for (const { name, program, standsBack } of PROGRAMS) {
    const file = path.join(__dirname, '..', '..', program);
    const service = await next(name, () =>
      startService({
        name,
        program: file,
        env,
        logDir,
        news: say,
        started: (pid) => {
          survivors.add(pid, file);
          if (standsBack) standBack(pid);
        },
      }),
    );
    onStop(service.stop);
  }
  onStop(publish(config));
  if (interrupted()) throw new Interrupted();
  return { config, temporalUi: temporal.ui, credentials: prepared };
}

/** Lets the other commands of this checkout find the running product; returns how to take it back. */
function publish(config: Config): () => Promise<void> {
  const file = path.join(config.dataDir, 'running.json');
  const settings = Object.fromEntries(Object.entries(toEnvironment(config, {})).filter(([, value]) => value));
  writeFileSync(file, JSON.stringify(settings, null, 2), { mode: 0o600 });
  return async () => rmSync(file, { force: true });
}
