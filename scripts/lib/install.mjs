import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { quietly, step } from './command.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root } from './paths.mjs';

/** Installs the dependencies of both packages where they are missing or the lock file has changed. */
export async function installDependencies() {
  for (const [label, folder] of [
    ['Dependencies', root],
    ['Dependencies of the console', path.join(root, 'admin-ui')],
  ]) {
    const marker = path.join(folder, 'node_modules', '.benecomune-installed');
    const wanted = fingerprint(folder, ['package-lock.json']);
    if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) continue;
    // The build needs the development tools whatever the environment calls itself.
    await step(label, () => quietly('npm', ['ci', '--include=dev', '--no-progress'], folder));
    writeFileSync(marker, wanted);
  }
}
