import { readFileSync } from 'node:fs';
import path from 'node:path';
import { retention } from './retention';

const page = readFileSync(path.join(__dirname, '../../docs/privacy/conservazione.md'), 'utf8');

describe('the page of retention periods', () => {
  it('says what is applied, line by line', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('| `'));
    // The formatter fills the cells up to a common width.
    const said = lines.map((line) => line.replace(/ +/g, ' '));
    expect(said).toEqual(retention.map(({ kind, days, it }) => `| \`${kind}\` | ${days} | ${it} |`));
  });
});
