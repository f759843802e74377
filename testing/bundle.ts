import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { run } from '../db/cluster/command';
import { once } from './shared';

const ROOT = path.join(__dirname, '..');
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'benecomune');

/** The bundle of `workflows/`, made once as long as no workflow or rule changes; for Worker.create. */
export function workflowBundle(): Promise<{ codePath: string }> {
  return once('workflow-bundle', bundle);
}

async function bundle(): Promise<{ codePath: string }> {
  const codePath = path.join(CACHE, `workflows-${fingerprint(['workflows', 'domain'])}.js`);
  if (existsSync(codePath)) return { codePath };
  mkdirSync(CACHE, { recursive: true });
  // In a process of its own: the bundler does not run inside jest's sandbox.
  const unfinished = `${codePath}.${process.pid}`;
  const script = path.join(ROOT, 'scripts', 'bundle-workflows.mjs');
  const { code, output } = await run(process.execPath, [script, path.join(ROOT, 'workflows'), unfinished]);
  if (code !== 0) throw new Error(`The workflows could not be bundled: ${output}`);
  renameSync(unfinished, codePath);
  return { codePath };
}

function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(path.join(ROOT, 'package-lock.json')));
  for (const folder of folders) {
    const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
      hash.update(`${folder}/${file}`).update(readFileSync(path.join(ROOT, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
