// npm start: everything from a fresh clone to the running product. It begins without dependencies.
const OLDEST_NODE = [20, 19];
const HELP = `npm start -- [options]

  --port N     port of the web server (default 8080, or PORT)
  --data DIR   folder of the database, photos, secrets and logs (default ./data, or DATA_DIR)
  --speed N    SLA time runs N times faster than the clock, for demonstrations (or SLA_SPEED)
  --municipality FILE
               the municipality of the first start, instead of the demonstration one
  --yes        install missing system packages without asking
  --help       this text

Other servers than its own: DATABASE_URL and TEMPORAL_ADDRESS. All settings: .env.example`;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  fail(`BeneComune needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

const { parseArgs } = await import('node:util');
const path = await import('node:path');
const { lock } = await import('./lib/lock.mjs');
const { root } = await import('./lib/paths.mjs');
const options = readOptions();
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const municipality = options.municipality && path.resolve(options.municipality);
const dataDir = options.data
  ? path.resolve(options.data)
  : path.resolve(root, process.env.DATA_DIR || 'data');
process.env.DATA_DIR = dataDir;
process.chdir(root);
const { existsSync } = await import('node:fs');
if (municipality && !existsSync(municipality)) fail(`There is no file ${municipality}.`);
if (options.port) process.env.PORT = options.port;
if (options.speed) process.env.SLA_SPEED = options.speed;

// Until the launcher takes over: what has been begun ends with this process.
const leave = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
try {
  lock(dataDir);
  console.log('BeneComune\n');
  const { installDependencies } = await import('./lib/install.mjs');
  const { build } = await import('./lib/build.mjs');
  await installDependencies();
  await build();
} catch (error) {
  fail(error.message);
}
const { default: launcher } = await import('../dist/temporal/launcher/index.js');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, leave);
process.exit(await launcher.main({ yes: Boolean(options.yes), municipality }));

function readOptions() {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  try {
    return parseArgs({
      options: { port: text, data: text, speed: text, municipality: text, yes: flag, help: flag },
    }).values;
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}.\n\n${HELP}`);
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
