import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = /\/(node_modules|__tests__|__histories__)$|\.test\.tsx?$/;

/** One text that changes when a file of `names` (files or folders under `base`) does. */
export function fingerprint(base, names) {
  const hash = createHash('sha256');
  for (const name of names) {
    const full = path.join(base, name);
    if (!existsSync(full)) continue;
    const files = statSync(full).isDirectory() ? filesUnder(base, name) : [name];
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(base, file)));
  }
  return hash.digest('hex');
}

/** Paths, relative to `base`, of the files under its folder `name`, sorted; without tests. */
export function filesUnder(base, name) {
  const entries = readdirSync(path.join(base, name), { withFileTypes: true });
  return entries
    .map((entry) => ({ entry, file: `${name}/${entry.name}` }))
    .filter(({ file }) => !SKIPPED.test(file))
    .flatMap(({ entry, file }) => (entry.isDirectory() ? filesUnder(base, file) : [file]))
    .sort();
}
