import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Definition, DefinitionError, readDefinition } from './definition';

const demo = path.join(__dirname, 'alessandria', 'definition.json');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'benecomune-definition-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = path.join(folder, 'municipality.json');
  writeFileSync(file, text);
  return file;
}

/** The sentence that the demonstration municipality gets once it is changed like this. */
function complaint(change: (definition: Definition) => void): string {
  const definition = JSON.parse(readFileSync(demo, 'utf8')) as Definition;
  change(definition);
  const file = written(JSON.stringify(definition));
  try {
    readDefinition(file);
  } catch (error) {
    if (error instanceof DefinitionError) return error.message.replace(file, 'FILE');
    throw error;
  }
  return '';
}

test('the demonstration municipality is right', () => {
  expect(complaint((d) => Object.assign(d, { houseNumbers: null }))).toBe('');
  expect(readDefinition(demo).timezone).toBe('Europe/Rome');
});

test.each([
  ['prefix: must be two to four capital letters', (d) => Object.assign(d, { prefix: 'al' })],
  ['timezone: must be a time zone such as', (d) => Object.assign(d, { timezone: 'Europe/Alessandria' })],
  ['patronSaint: must be a month and a day', (d) => Object.assign(d, { patronSaint: '31-12' })],
  ['boundary.coordinates.0.0: a ring ends where it begins', (d) => d.boundary.coordinates[0]?.[0]?.pop()],
  [
    'categories.0: no department is called gondolas',
    (d) => Object.assign(d.categories[0]!, { department: 'gondolas' }),
  ],
  ['categories.1.code: pothole is there twice', (d) => Object.assign(d.categories[1]!, { code: 'pothole' })],
  ['agencies.0.webhookUrl: ', (d) => Object.assign(d.agencies[0]!, { webhookUrl: 'http://115.example/' })],
  ['its beginning: ', (d) => Object.assign(d, { mayor: 'nobody' })],
] as [string, (definition: Definition) => void][])('it is told that %s', (sentence, change) => {
  expect(complaint(change)).toContain(`The municipality's file FILE is wrong at ${sentence}`);
});

test('several mistakes are counted', () => {
  const sentence = complaint((d) => Object.assign(d, { prefix: 'x', contactEmail: 'nobody', name: '' }));
  expect(sentence).toMatch(/ \(and 2 more\)\.$/);
});

test('house numbers lie beside the file that names them', () => {
  expect(readDefinition(demo).houseNumbers?.file).toBe(path.join(path.dirname(demo), 'house-numbers.csv.gz'));
  expect(complaint(() => {})).toMatch(
    /FILE names house numbers in .*house-numbers\.csv\.gz, which is not there\.$/,
  );
});

test('a file that is no JSON, or is not there, is told', () => {
  expect(() => readDefinition(written('{ name: 1'))).toThrow(/municipality\.json is not JSON: .*\.$/);
  expect(() => readDefinition(path.join(folder, 'nowhere'))).toThrow(/nowhere cannot be read\.$/);
});
