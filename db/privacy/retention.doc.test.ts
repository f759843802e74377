import { readFileSync } from 'node:fs';
import path from 'node:path';
import { retention } from './retention';

const page = readFileSync(path.join(__dirname, '../../docs/privacy/conservazione.md'), 'utf8');

describe('the page of retention periods', () => {
  it('says what is applied, line by line', () => {
    const said = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(said).toEqual(retention.map(({ kind, days, it }) => `| \`${kind}\` | ${days} | ${it} |`));
  });
});
