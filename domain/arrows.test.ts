import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/** Imports along the arrows, which it lets pass. */
const welcome: [folder: string, specifier: string][] = [
  ['workflows/case', '../../domain/vocabulary'],
  ['activities', '../db/source'],
  ['api', '../db/source'],
];

const root = path.join(__dirname, '..');
let folder: string;
let refused: string;

/** The linter with the project's own rules, over files with one import each in a folder apart. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'arrows-'));
  copyFileSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
  for (const [index, [place, specifier]] of [...forbidden, ...welcome].entries()) {
    mkdirSync(path.join(folder, place), { recursive: true });
    writeFileSync(path.join(folder, place, `probe-${index}.ts`), `import * as arrow from '${specifier}';\n`);
  }
  const biome = path.join(root, 'node_modules/.bin/biome');
  const options = ['lint', '--colors=off', '--max-diagnostics=none', '--only=style/noRestrictedImports'];
  const { stdout, stderr } = spawnSync(biome, options, { cwd: folder, encoding: 'utf8' });
  refused = stdout + stderr;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('arrows never point back', () => {
  it.each(forbidden.map((arrow, index) => [...arrow, index] as const))(
    '%s may not import %s',
    (place, _specifier, index) => {
      expect(refused).toContain(`${place}/probe-${index}.ts:1:`);
    },
  );

  it.each(welcome.map((arrow, index) => [...arrow, forbidden.length + index] as const))(
    '%s may import %s',
    (place, _specifier, index) => {
      expect(refused).not.toContain(`${place}/probe-${index}.ts:1:`);
    },
  );
});
