import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { quietly, step } from './command.mjs';
import { root } from './paths.mjs';

/** Installs the dependencies of both packages where they are missing or not those of the lock file. */
export async function installDependencies() {
  for (const [label, folder] of [
    ['Dependencies', root],
    ['Dependencies of the console', path.join(root, 'admin-ui')],
  ]) {
    if (isInstalled(folder)) continue;
    // The build needs the development tools whatever the environment calls itself.
    await step(label, () => quietly('npm', ['ci', '--include=dev', '--no-progress'], folder));
  }
}

/** npm keeps in `node_modules` a lock file of what is really there. */
function isInstalled(folder) {
  const present = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(present)) return false;
  const wanted = packagesOf(path.join(folder, 'package-lock.json'));
  const installed = packagesOf(present);
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === '' || entry.optional || entry.peer || installed[name]?.version === entry.version,
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
