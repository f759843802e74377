// npm run backup | restore | reconcile | verify-audit | recompute-rollups | replay-city | bench | record-histories [-- arguments]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { isRunning, lock } from './lib/lock.mjs';
import { root } from './lib/paths.mjs';

/**
 * `running`: the product must run; `stopped`: it must not. The others work beside it or start an
 * instance of their own.
 */
const COMMANDS = {
  backup: { program: 'scripts/backup.js' },
  restore: { program: 'scripts/restore.js', stopped: true },
  reconcile: { program: 'scripts/reconcile.js', running: true },
  'verify-audit': { program: 'scripts/verify-audit.js', running: true },
  'recompute-rollups': { program: 'scripts/recompute-rollups.js', running: true },
  'replay-city': { program: 'scripts/replay-city.js' },
  bench: { program: 'scripts/bench.js' },
  'record-histories': { program: 'scripts/record-histories.js' },
};

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) fail(`Say which command to run: ${Object.keys(COMMANDS).join(', ')}.`);

const dataDir = path.resolve(root, process.env.DATA_DIR || 'data');
const settings = settingsOfRunning();
if (command.running && !settings && !process.env.DATABASE_URL) {
  fail(`The product is not running on ${dataDir}: start it with "npm start" first.`);
}
if (command.stopped && settings) {
  fail(`The product is running on ${dataDir}: stop it first.`);
}
try {
  // Nobody starts the product while its files are being copied.
  if (command.stopped || (name === 'backup' && !settings)) lock(dataDir);
  await installDependencies();
  await build();
} catch (error) {
  fail(error.message);
}
const program = path.join(root, 'dist', command.program);
if (name === 'backup' && settings) args.push('--running');
const { status } = spawnSync(process.execPath, [program, ...args], {
  stdio: 'inherit',
  env: { ...process.env, DATA_DIR: dataDir, ...settings },
});
process.exit(status ?? 1);

/** The environment of the product that runs on this data folder, with its servers and secrets; null when none runs. */
function settingsOfRunning() {
  const file = path.join(dataDir, 'running.json');
  return isRunning(dataDir) && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
