import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A forbidden import per folder: the linter has to see each. */
const forbidden: [folder: string, specifier: string][] = [
  ['domain', '../db/source'],
  ['domain', 'node:fs'],
  ['domain', 'typeorm'],
  ['workflows/case', '../../activities/case'],
  ['workflows/case', '../../domain/sla/calendar'],
  ['workflows/case', 'node:crypto'],
  ['db', '../workflows/case/messages'],
  ['db', '../api/app'],
  ['activities', '../api/app'],
  ['deliveries', '../api/app'],
  ['admin-ui/src', '../../domain/vocabulary'],
];

const root = path.join(__dirname, '..');

/** Does the linter refuse the import in that folder? The file is only told, never written. */
function refuses(folder: string, specifier: string): boolean {
  const { status } = spawnSync(
    path.join(root, 'node_modules/.bin/biome'),
    ['lint', '--only=style/noRestrictedImports', `--stdin-file-path=${folder}/probe.ts`],
    { cwd: root, input: `import * as arrow from '${specifier}';\n\nexport const probe = arrow;\n` },
  );
  return status !== 0;
}

describe('arrows never point back', () => {
  it.each(forbidden)('%s may not import %s', (folder, specifier) => {
    expect(refuses(folder, specifier)).toBe(true);
  });

  it.each([
    ['workflows/case', '../../domain/vocabulary'],
    ['api', '../db/source'],
  ])('%s may import %s', (folder, specifier) => {
    expect(refuses(folder, specifier)).toBe(false);
  });
});
