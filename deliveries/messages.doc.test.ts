import { readFileSync } from 'node:fs';
import path from 'node:path';
import { factNames } from '../domain/case/facts';
import { audiences, messageTable, otherMessages } from '../domain/messages/table';
import { testView } from './testing';

const page = readFileSync(path.join(__dirname, '../docs/messages.md'), 'utf8');

/** The rows of the table whose first column has this heading, without the last `free` columns' words. */
function rows(heading: string): string[][] {
  const table = page.split(new RegExp(`^\\| ${heading} .*\\n\\|[ |-]+\\n`, 'm'))[1]?.split('\n\n')[0] ?? '';
  return table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const named = (text: string) => [...text.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);

const often = {
  ...{ case: 'once a case', cycle: 'once a cycle', hour: 'once an hour', day: 'once a day' },
  each: 'each time',
};

test('the page says who hears what, line by line', () => {
  const expected = factNames.flatMap((fact) =>
    messageTable[fact].hear.map(({ event, to, once, clock, outsideRounds, ofKind }) => [
      `\`${fact}\``,
      `\`${event}\``,
      to.map((audience) => `\`${audience}\``).join(', '),
      often[once ?? 'each'] +
        (clock ? `, ${clock} only` : '') +
        (outsideRounds ? ', outside rounds' : '') +
        (ofKind ? `, to a ${ofKind} only` : ''),
    ]),
  );
  const said = rows('fact');
  expect(said.map((cells) => cells.slice(0, 4))).toEqual(expected);
  for (const [fact, event, , , words] of said)
    expect([fact, event, Boolean(words)]).toEqual([fact, event, true]);
});

test('the page names the facts that tell nobody, the audiences and the other messages', () => {
  const quiet = page.match(/These facts tell nobody:([^.]*)\./)?.[1] ?? '';
  expect(named(quiet)).toEqual(factNames.filter((name) => messageTable[name].hear.length === 0));
  expect(rows('audience').map(([name]) => name)).toEqual(audiences.map((name) => `\`${name}\``));
  expect(rows('message')).toEqual(Object.entries(otherMessages).map(([name, who]) => [`\`${name}\``, who]));
});

test('the page lists every field that a template may name', () => {
  const list = page.split('These fields can be named')[1] ?? '';
  expect(named(list).sort()).toEqual(Object.keys(testView({})).sort());
});
