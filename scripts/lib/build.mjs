import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { quietly, step } from './command.mjs';
import { filesUnder, fingerprint } from './fingerprint.mjs';
import { root } from './paths.mjs';

const SOURCES = [
  'domain',
  'workflows',
  'activities',
  'deliveries',
  'api',
  'db',
  'temporal',
  'scripts',
  'bench',
];
const SETTINGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const CONSOLE = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
const dist = path.join(root, 'dist');
const next = path.join(root, 'dist.next');
const consoleDist = path.join(root, 'admin-ui', 'dist');

/** Compiles what has changed since the last build; a build that fails leaves the last one as it was. */
export async function build() {
  await buildConsole();
  await buildProduct();
}

async function buildProduct() {
  const wanted = fingerprint(root, [...SOURCES, ...SETTINGS]) + (readMark(consoleDist) ?? '');
  if (readMark(dist) === wanted) return;
  rmSync(next, { recursive: true, force: true });
  await step('Compiling', async () => {
    await quietly('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json', '--outDir', next], root);
    copyAssets();
  });
  await step('Bundling the workflows', () =>
    quietly(
      process.execPath,
      ['scripts/bundle-workflows.mjs', path.join(next, 'workflows'), path.join(next, 'workflow-bundle.js')],
      root,
    ),
  );
  writeFileSync(path.join(next, '.built-from'), wanted);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}

async function buildConsole() {
  const folder = path.join(root, 'admin-ui');
  const wanted = fingerprint(folder, CONSOLE);
  if (readMark(consoleDist) === wanted) return;
  await step('Building the console', () => quietly('npm', ['run', 'build', '--silent'], folder));
  writeFileSync(path.join(consoleDist, '.built-from'), wanted);
}

/** Templates, pages, style sheets and data lie at the same relative place beside the compiled files. */
function copyAssets() {
  for (const folder of SOURCES.filter((name) => existsSync(path.join(root, name)))) {
    for (const file of filesUnder(root, folder).filter((name) => !/\.(ts|mjs|md)$/.test(name))) {
      mkdirSync(path.dirname(path.join(next, file)), { recursive: true });
      copyFileSync(path.join(root, file), path.join(next, file));
    }
  }
  cpSync(consoleDist, path.join(next, 'admin-ui', 'dist'), { recursive: true });
}

function readMark(folder) {
  const file = path.join(folder, '.built-from');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
